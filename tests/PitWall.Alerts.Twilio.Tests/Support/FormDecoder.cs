using System.Globalization;
using System.Text;

namespace PitWall.Alerts.Twilio.Tests;

/// <summary>Reads <c>application/x-www-form-urlencoded</c> by the letter of the WHATWG URL standard, section 5.1, and no more leniently.</summary>
internal static class FormDecoder
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IReadOnlyList<(string Name, string Value)> Decode(ReadOnlySpan<byte> body)
    {
        var fields = new List<(string, string)>();
        foreach (var pair in Encoding.Latin1.GetString(body).Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            equals.Should().BePositive("every field has a name and an equals sign");
            fields.Add((Text(pair[..equals]), Text(pair[(equals + 1)..])));
        }

        return fields;
    }

    private static string Text(string encoded)
    {
        var bytes = new List<byte>(encoded.Length);
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '%')
            {
                bytes.Add(byte.Parse(encoded.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 2;
                continue;
            }

            (char.IsAsciiLetterOrDigit(encoded[i]) || "*-._+".Contains(encoded[i], StringComparison.Ordinal))
                .Should().BeTrue($"'{encoded[i]}' must be encoded");
            bytes.Add(encoded[i] == '+' ? (byte)' ' : (byte)encoded[i]);
        }

        return Strict.GetString([.. bytes]);
    }
}
