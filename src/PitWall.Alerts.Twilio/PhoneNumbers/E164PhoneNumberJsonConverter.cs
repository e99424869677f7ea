using System.Text.Json;
using System.Text.Json.Serialization;
using PitWall.Alerts.Twilio.PhoneNumbers;

namespace PitWall.Alerts.Twilio;

/// <summary>Reads and writes an <see cref="E164PhoneNumber"/> as a JSON string in E.164; no number is <c>null</c>.</summary>
public sealed class E164PhoneNumberJsonConverter : JsonConverter<E164PhoneNumber>
{
    // A digit may be escaped as six characters: \u0034.
    private const int LongestEscaped = E164Text.MaxLength * 6;

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    /// <exception cref="JsonException">
    /// Thrown when the value is not a string or not a <see cref="PhoneNumberLevel.Possible"/> number. The message does not repeat
    /// it.
    /// </exception>
    public override E164PhoneNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        return reader.TokenType == JsonTokenType.String
            ? ReadText(ref reader)
            : throw new JsonException("A phone number is a JSON string in E.164.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, E164PhoneNumber value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);

        if (!value.HasValue)
        {
            writer.WriteNullValue();

            return;
        }

        Span<char> text = stackalloc char[E164Text.MaxLength];
        value.TryFormat(text, out var length);
        writer.WriteStringValue(text[..length]);
    }

    /// <inheritdoc/>
    public override E164PhoneNumber ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadText(ref reader);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, E164PhoneNumber value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);

        Span<char> text = stackalloc char[E164Text.MaxLength];
        value.TryFormat(text, out var length);
        writer.WritePropertyName(text[..length]);
    }

    private static E164PhoneNumber ReadText(ref Utf8JsonReader reader)
    {
        var bytes = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;

        if (bytes > LongestEscaped)
        {
            throw new JsonException("Not an E.164 number: too long.");
        }

        Span<char> text = stackalloc char[LongestEscaped];
        var result = E164Text.Read(text[..reader.CopyString(text)], PhoneNumberLevel.Possible);

        return result.IsSuccess ? result.Number : throw new JsonException($"Not an E.164 number: {result.Reason}.");
    }
}
