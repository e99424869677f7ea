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
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("sid"u8))
                created.Sid = Text(ref reader);
            else if (reader.ValueTextEquals("status"u8))
                created.Status = Status(ref reader);
            else if (reader.ValueTextEquals("to"u8))
                created.To = Same(ref reader, to);
            else if (reader.ValueTextEquals("from"u8))
                created.From = Same(ref reader, from);
            else if (reader.ValueTextEquals("num_segments"u8))
                created.NumSegments = Segments(ref reader);
            else if (reader.ValueTextEquals("date_created"u8))
                created.DateCreated = Text(ref reader);
            else
                reader.Skip();
        }

        // The rest must be JSON too: a cut answer is none.
        while (reader.Read())
        {
        }

        return created;
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return LenientText.Read(ref reader);
    }

    private static string? Same(ref Utf8JsonReader reader, string? asked)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String && asked is not null && reader.ValueTextEquals(asked) ? asked : LenientText.Read(ref reader);
    }

    private static string? Status(ref Utf8JsonReader reader)
    {
        reader.Read();
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

    private static string? Segments(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("1"u8) ? "1" : LenientText.Read(ref reader);
    }
}
