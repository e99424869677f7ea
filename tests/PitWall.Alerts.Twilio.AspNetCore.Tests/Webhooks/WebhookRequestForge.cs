using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>A signed request taken apart, and every way to spoil it. A spoiled one always means something else than the signed one.</summary>
/// <param name="url">What was signed.</param>
/// <param name="token">With what.</param>
/// <param name="fields">The form.</param>
/// <param name="isSpoiledWhole">Whether scheme and host of the URL are spoiled too; over a connection they are the connection's.</param>
internal sealed class WebhookRequestForge(string url, string token, KeyValuePair<string, string>[] fields, bool isSpoiledWhole = false)
{
    public const int WaysToSpoil = 12;

    private const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private readonly string _signature = Sign(url, token, fields);

    public ForgedRequest Honest => new(url, fields, _signature, "honest");

    /// <summary>Spoils the request in one of the ways, at a place that chance finds.</summary>
    public ForgedRequest Spoil(int number, Random random)
    {
        var field = random.Next(fields.Length);
        var forged = (number % WaysToSpoil) switch
        {
            0 => Honest with { Signature = Flip(_signature, number / WaysToSpoil % (_signature.Length - 1), random), How = "a digit of the signature" },
            1 => Honest with { Url = FlipUrl(number / WaysToSpoil, random), How = "a byte of the URL" },
            2 => WithField(field, new(fields[field].Key, FlipText(fields[field].Value, random)), "a byte of a value"),
            3 => WithField(field, new(FlipText(fields[field].Key, random), fields[field].Value), "a byte of a name"),
            4 => Honest with { Fields = [.. fields.Where((_, i) => i != field)], How = "a field less" },
            5 => Honest with { Fields = [.. fields, new("Extra" + random.Next(1000), "1")], How = "a field more" },
            6 => Honest with { Fields = [.. fields, new(fields[field].Key, fields[field].Value + "x")], How = "a field twice, with another value" },
            7 => Swap(field, random),
            8 => Honest with { Signature = null, How = "no signature" },
            9 => Honest with { Signature = random.Next(3) switch { 0 => "", 1 => " ", _ => "=" }, How = "an empty signature" },
            10 => Honest with { Signature = new string('A', random.Next(1, 3) == 1 ? 27 : 4_000) + "=", How = "a huge signature" },
            _ => Honest with { Signature = "not base64! " + random.Next(), How = "a signature that is not Base64" },
        };
        return forged;
    }

    public static string Sign(string url, string token, KeyValuePair<string, string>[] fields)
    {
        using var request = new SignedTwilioRequest(token).Form(url, fields);
        return request.Headers.GetValues("X-Twilio-Signature").Single();
    }

    private ForgedRequest WithField(int index, KeyValuePair<string, string> field, string how) =>
        Honest with { Fields = [.. fields.Select((old, i) => i == index ? field : old)], How = how };

    private ForgedRequest Swap(int field, Random random)
    {
        var other = (field + 1 + random.Next(fields.Length - 1)) % fields.Length;
        // Values that are equal may change places: nobody could tell.
        if (fields[field].Value == fields[other].Value)
            return Honest with { Signature = null, How = "no signature" };

        return Honest with
        {
            Fields = [.. fields.Select((old, i) => i == field ? new(old.Key, fields[other].Value) : i == other ? new KeyValuePair<string, string>(old.Key, fields[field].Value) : old)],
            How = "two values exchanged",
        };
    }

    private string FlipUrl(int number, Random random)
    {
        var start = isSpoiledWhole ? 0 : url.IndexOf('/', "https://".Length) + 1;
        var at = start + (number % (url.Length - start));
        var c = url[at];
        char other;
        do other = "abcdefghijklmnopqrstuvwxyz0123456789-_.~"[random.Next(40)];
        while (other == c);
        return $"{url[..at]}{other}{url[(at + 1)..]}";
    }

    private static string Flip(string signature, int at, Random random)
    {
        char other;
        do other = Base64[random.Next(Base64.Length)];
        while (other == signature[at]);
        return $"{signature[..at]}{other}{signature[(at + 1)..]}";
    }

    private static string FlipText(string text, Random random)
    {
        if (text.Length == 0)
            return "x";

        var at = random.Next(text.Length);
        var other = text[at] == 'x' ? 'y' : 'x';
        return $"{text[..at]}{other}{text[(at + 1)..]}";
    }
}
