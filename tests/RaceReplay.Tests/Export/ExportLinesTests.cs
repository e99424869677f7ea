using System.Text;
using RaceReplay.Export;

namespace RaceReplay.Tests.Export;

public sealed class ExportLinesTests
{
    [Theory]
    [InlineData("a\nb\nc")]
    [InlineData("a\r\nb\r\nc\r\n")]
    [InlineData("a\rb\rc\r")]
    [InlineData("a\r\nb\nc\r")]
    public void Read_AnyLineEnd_NumbersTheLines(string text)
    {
        var lines = Read(Encoding.UTF8.GetBytes(text));

        lines.Should().Equal(new ExportLine(1, "a"), new ExportLine(2, "b"), new ExportLine(3, "c"));
    }

    [Fact]
    public void Read_BlankLines_CountsThem() => Read("a\n\nb"u8.ToArray()).Should().Equal(new ExportLine(1, "a"), new ExportLine(2, string.Empty), new ExportLine(3, "b"));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Read_WithByteOrderMark_TakesItOff(string encoding)
    {
        var of = Encoding.GetEncoding(encoding);

        var lines = Read([.. of.GetPreamble(), .. of.GetBytes("Équipe;1\nb")]);

        lines.Should().Equal(new ExportLine(1, "Équipe;1"), new ExportLine(2, "b"));
    }

    [Fact]
    public void Read_Windows1252_KeepsTheAccents()
    {
        // "Équipe Peña – 7" as Windows-1252: 0xC9, 0xF1 and 0x96.
        byte[] bytes = [0xC9, .. "quipe Pe"u8, 0xF1, .. "a "u8, 0x96, .. " 7"u8];

        Read(bytes).Should().Equal(new ExportLine(1, "Équipe Peña – 7"));
    }

    [Fact]
    public void Read_LinesAcrossTheBuffer_KeepsThemWhole()
    {
        var expected = Enumerable.Range(1, 5_000).Select(n => new ExportLine(n, new string((char)('a' + (n % 26)), n % 97))).ToList();

        var lines = Read(Encoding.UTF8.GetBytes(string.Join("\r\n", expected.Select(line => line.Text))));

        lines.Should().Equal(expected);
    }

    [Fact]
    public void Read_SlowStream_GivesTheSame() =>
        ExportLines.Read(new DrippingStream("a\r\nbc\r\nd"u8.ToArray()), "f").Should().Equal(new ExportLine(1, "a"), new ExportLine(2, "bc"), new ExportLine(3, "d"));

    [Fact]
    public void Read_BinaryFile_SaysWhere()
    {
        var read = () => Read([.. "a\nb"u8, 0, 1, 2]);

        read.Should().Throw<DamagedFileException>().WithMessage("*line 2, column 2*not a text file*");
    }

    [Fact]
    public void Read_EndlessLine_GivesUp()
    {
        var read = () => Read(Enumerable.Repeat((byte)'x', 2_000_000).ToArray());

        read.Should().Throw<DamagedFileException>().WithMessage("*line 1*longer than a megabyte*");
    }

    private static List<ExportLine> Read(byte[] bytes) => [.. ExportLines.Read(new MemoryStream(bytes), "f")];
}
