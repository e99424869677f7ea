using System.Text.RegularExpressions;

namespace PitWall.Alerts.Twilio.Testing;

/// <summary>An approved content template, which WhatsApp needs outside its 24-hour window.</summary>
/// <param name="ContentSid">The template's SID: <c>HX</c> and 32 hex digits.</param>
/// <param name="Body">The template's text, with variables such as <c>{{1}}</c>.</param>
public sealed partial record SandboxTemplate(string ContentSid, string Body)
{
    /// <summary>Fills in the variables; null if a variable of the text has no value, or there is a value too many.</summary>
    internal string? Render(IReadOnlyDictionary<string, string> values)
    {
        var names = Variable().Matches(Body).Select(static match => match.Groups[1].Value).ToHashSet();
        return names.SetEquals(values.Keys) ? Variable().Replace(Body, match => values[match.Groups[1].Value]) : null;
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
