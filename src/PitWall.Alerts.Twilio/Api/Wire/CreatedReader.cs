using System.Text.Json;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Reads the answer to a create by hand, because it is read for every alert: one pass, and no text is made that is there already.</summary>
internal static class CreatedReader
{
    /// <summary>What Twilio first says of a message or call, as the one text each is.</summary>
    private static readonly string[] Statuses = ["queued", "accepted", "scheduled", "sending", "sent", "initiated", "ringing", "failed"];

    /// <param name="body">The answer, which may be anything at all.</param>
    /// <param name="to">The recipient as it was asked for.</param>
    /// <param name="from">The sender as it was asked for.</param>
    /// <returns><see langword="null"/> when it is no message and no call.</returns>
    public static CreatedResource? TryRead(ReadOnlySpan<byte> body, string? to, string? from)
    {
        try
        {
            var created = Read(TwilioJson.WithoutByteOrderMark(body), to, from);
            return created is { IsWhole: true } ? created : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // A text that is no UTF-8, or half of a surrogate pair.
            return null;
        }
    }

    private static CreatedResource? Read(ReadOnlySpan<byte> body, string? to, string? from)
    {
        var reader = new Utf8JsonReader(body);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return null;

        var created = new CreatedResource();
        var read = Fields.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = FieldOf(ref reader);
            reader.Read();
            if (field == Fields.None)
                reader.Skip();
            else
                Take(ref reader, field, created, to, from);

            // What follows says nothing more, and Twilio writes a third of its answer there.
            read |= field;
            if (read == Fields.All)
                return created;
        }

        // Something is missing, perhaps because the answer was cut, and a cut answer is no JSON.
        while (reader.Read())
        {
        }

        return created;
    }

    private static Fields FieldOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("sid"u8) ? Fields.Sid
        : reader.ValueTextEquals("status"u8) ? Fields.Status
        : reader.ValueTextEquals("to"u8) ? Fields.To
        : reader.ValueTextEquals("from"u8) ? Fields.From
        : reader.ValueTextEquals("num_segments"u8) ? Fields.Segments
        : reader.ValueTextEquals("date_created"u8) ? Fields.CreatedAt
        : Fields.None;

    private static void Take(ref Utf8JsonReader reader, Fields field, CreatedResource created, string? to, string? from)
    {
        switch (field)
        {
            case Fields.Sid:
                created.Sid = LenientText.Read(ref reader);
                break;
            case Fields.Status:
                created.Status = Status(ref reader);
                break;
            case Fields.To:
                created.To = Same(ref reader, to);
                break;
            case Fields.From:
                created.From = Same(ref reader, from);
                break;
            case Fields.Segments:
                created.Segments = Segments(ref reader);
                break;
            default:
                created.CreatedAt = Date(ref reader);
                break;
        }
    }

    private static string? Same(ref Utf8JsonReader reader, string? asked) =>
        reader.TokenType == JsonTokenType.String && asked is not null && reader.ValueTextEquals(asked) ? asked : LenientText.Read(ref reader);

    private static string? Status(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            foreach (var status in Statuses)
            {
                if (reader.ValueTextEquals(status))
                    return status;
            }
        }

        return LenientText.Read(ref reader);
    }

    private static int? Segments(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("1"u8) ? 1 : WireValues.Int32(LenientText.Read(ref reader));

    private static DateTimeOffset? Date(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && WireValues.HttpDate(reader.ValueSpan) is { } date
            ? date
            : WireValues.Date(LenientText.Read(ref reader));

    [Flags]
    private enum Fields
    {
        None = 0,
        Sid = 1,
        Status = 2,
        To = 4,
        From = 8,
        Segments = 16,
        CreatedAt = 32,
        All = Sid | Status | To | From | Segments | CreatedAt,
    }
}
