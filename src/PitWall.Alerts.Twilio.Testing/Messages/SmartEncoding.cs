using System.Collections.Frozen;

namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>
/// Replaces characters that look like GSM 7-bit ones, if that makes the whole text GSM 7-bit; otherwise it leaves the text alone.
/// </summary>
/// <remarks>
/// Source: Twilio docs, "Smart Encoding character list"; the rule of all or nothing from Twilio's blog of 2017. These are the characters
/// that occur in ordinary texts, not the whole list, and white space becomes one space, which is not confirmed.
/// </remarks>
internal static class SmartEncoding
{
    private static readonly FrozenDictionary<char, string> Replacements = new Dictionary<char, string>
    {
        ['\u00AB'] = "\"",
        ['\u00BB'] = "\"",
        ['\u201C'] = "\"",
        ['\u201D'] = "\"",
        ['\u201E'] = "\"",
        ['\u201F'] = "\"",
        ['\u0060'] = "'",
        ['\u00B4'] = "'",
        ['\u2018'] = "'",
        ['\u2019'] = "'",
        ['\u201B'] = "'",
        ['\u2010'] = "-",
        ['\u2013'] = "-",
        ['\u2014'] = "-",
        ['\u2015'] = "-",
        ['\u2022'] = "-",
        ['\u201A'] = ",",
        ['\u2044'] = "/",
        ['\u2215'] = "/",
        ['\u00F7'] = "/",
        ['\u02DC'] = "~",
        ['\u2039'] = "<",
        ['\u203A'] = ">",
        ['\u00A0'] = " ",
        ['\u2002'] = " ",
        ['\u2003'] = " ",
        ['\u2009'] = " ",
        ['\u202F'] = " ",
        ['\u2028'] = " ",
        ['\u200B'] = "",
        ['\uFEFF'] = "",
    }.ToFrozenDictionary();

    public static string Apply(string text)
    {
        if (SmsSegments.IsGsm7(text)) return text;

        var replaced = string.Concat(text.Select(static c => Replacements.GetValueOrDefault(c) ?? c.ToString()));
        return SmsSegments.IsGsm7(replaced) ? replaced : text;
    }
}
