using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>The JSON of Twilio's 2010 API: snake_case, numbers as strings here and there, everything nullable.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(LenientText), typeof(LenientNumber)],
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(MessageResource))]
[JsonSerializable(typeof(MessagePage))]
[JsonSerializable(typeof(CallResource))]
[JsonSerializable(typeof(CallPage))]
[JsonSerializable(typeof(AccountResource))]
[JsonSerializable(typeof(BalanceResource))]
[JsonSerializable(typeof(NumberPage))]
[JsonSerializable(typeof(ErrorResource))]
internal sealed partial class TwilioJson : JsonSerializerContext
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> body) =>
        body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;

    /// <summary>Reads a body that may be anything at all.</summary>
    /// <returns><see langword="null"/> when it is not what was asked for.</returns>
    public static T? TryRead<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type)
        where T : class, ITwilioResource
    {
        try
        {
            return JsonSerializer.Deserialize(WithoutByteOrderMark(body), type) is { IsWhole: true } resource ? resource : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
