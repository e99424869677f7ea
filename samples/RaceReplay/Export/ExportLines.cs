using System.Text;

namespace RaceReplay.Export;

/// <summary>Reads the lines of an export one by one, whatever ends them (LF, CRLF, CR), from any stream, with or without a byte order mark.</summary>
internal static class ExportLines
{
    private const int BufferSize = 64 * 1024;
    private const int MaxLineBytes = 1024 * 1024;

    public static IEnumerable<ExportLine> Read(Stream stream, string file)
    {
        var buffer = new byte[BufferSize];
        var end = stream.ReadAtLeast(buffer.AsSpan(0, 2), 2, throwOnEndOfStream: false);
        if (Utf16Of(buffer.AsSpan(0, end)) is { } utf16)
        {
            stream = Encoding.CreateTranscodingStream(stream, utf16, Encoding.UTF8);
            end = 0;
        }

        var start = 0;
        var number = 0;
        var afterCarriageReturn = false;
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOfAny((byte)'\n', (byte)'\r');
            if (length < 0)
            {
                Make(room: ref buffer, ref start, ref end, file, number + 1);
                var read = stream.Read(buffer, end, buffer.Length - end);
                end += read;
                if (read > 0)
                    continue;
                if (end > start)
                    yield return Line(buffer.AsSpan(start, end - start), ++number, file);
                yield break;
            }

            var isSecondHalfOfCrLf = afterCarriageReturn && length == 0 && buffer[start] == (byte)'\n';
            afterCarriageReturn = buffer[start + length] == (byte)'\r';
            if (!isSecondHalfOfCrLf)
                yield return Line(buffer.AsSpan(start, length), ++number, file);
            start += length + 1;
        }
    }

    private static Encoding? Utf16Of(ReadOnlySpan<byte> mark) => mark switch
    {
        [0xFF, 0xFE] => Encoding.Unicode,
        [0xFE, 0xFF] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static void Make(ref byte[] room, ref int start, ref int end, string file, int line)
    {
        room.AsSpan(start, end - start).CopyTo(room);
        end -= start;
        start = 0;
        if (end < room.Length)
            return;
        if (room.Length >= MaxLineBytes)
            throw new DamagedFileException(new ExportProblem(file, line, 1, null, "the line is longer than a megabyte; this is not a timing or weather export."));
        Array.Resize(ref room, room.Length * 2);
    }

    private static ExportLine Line(ReadOnlySpan<byte> bytes, int number, string file)
    {
        if (bytes.Contains((byte)0))
            throw new DamagedFileException(new ExportProblem(file, number, bytes.IndexOf((byte)0) + 1, null, "this is not a text file; export the timing as CSV."));

        var text = ExportText.Decode(bytes);
        return new ExportLine(number, number == 1 ? text.TrimStart('\uFEFF') : text);
    }
}
