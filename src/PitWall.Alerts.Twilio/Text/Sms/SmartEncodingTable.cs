namespace PitWall.Alerts.Twilio.Text;

/// <summary>The characters Twilio's smart encoding replaces, by what it writes for them.</summary>
/// <remarks>
/// Source: npm package sms-segments-calculator 1.3.0 and Twilio docs, "Smart Encoding Character List". Two differences, both
/// deliberate: a space is one space (Twilio's list has two for most and seven for a tab), and the full-width forms U+FF01 to
/// U+FF5E are a rule in <see cref="Gsm7Replacements"/> rather than rows.
/// </remarks>
internal static class SmartEncodingTable
{
    /// <summary>What is written, and each character it is written for.</summary>
    public static readonly (string Replacement, string Characters)[] Rows =
    [
        (" ", "\u0009\u0080\u008D\u0090\u009B\u009F\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"),
        (" ", "\u2009\u200A\u2028\u2029\u202F\u205F\u3000"),
        ("!", "\u01C3\uFE15\uFE57"),
        ("!!", "\u203C"),
        ("\"", "\u00AB\u00BB\u02BA\u02EE\u201C\u201D\u201E\u201F\u275D\u275E\u301D\u301E"),
        ("#", "\uFE5F"),
        ("$", "\uFE69"),
        ("%", "\uFE6A"),
        ("&", "\uFE60"),
        ("'", "\u0060\u00B4\u02B9\u02BB\u02BC\u02BD\u02C8\u02CA\u02CB\u0313\u0314\u2018\u2019\u201B\u275B\u275C"),
        ("'", "\uFE10\uFE11"),
        ("(", "\u2768\u276A\u27EE\u2985\uFE59"),
        (")", "\u2769\u276B\u27EF\u2986\uFE5A"),
        ("*", "\u204E\u2217\u229B\u2722\u2723\u2724\u2725\u2731\u2732\u2733\u273A\u273B\u273C\u273D\u2743\u2749"),
        ("*", "\u274A\u274B\u29C6\uFE61"),
        ("+", "\u02D6\uFE62"),
        (",", "\u0326\u201A\u3001\uFE50\uFE51\uFF64"),
        ("-", "\u2010\u2013\u2014\u2015\u2022\u2043\u23BC\u23BD\uFE63"),
        (".", "\u3002\uFE52\uFF61"),
        ("...", "\u2026"),
        ("/", "\u00F7\u0337\u0338\u2044\u2215\u29F8"),
        ("1/2", "\u00BD"),
        ("1/4", "\u00BC"),
        ("3/4", "\u00BE"),
        (":", "\u02D0\u02F8\u2982\uA789\uFE13"),
        (";", "\u204F\uFE14\uFE54"),
        ("<", "\u2039\uFE64"),
        ("=", "\u0347\uA78A\uFE66"),
        (">", "\u203A\uFE65"),
        ("?", "\uFE16\uFE56"),
        ("@", "\uFE6B"),
        ("A", "\u1D00"),
        ("B", "\u0299"),
        ("C", "\u1D04"),
        ("D", "\u1D05"),
        ("E", "\u1D07"),
        ("F", "\uA730"),
        ("G", "\u0262"),
        ("H", "\u029C"),
        ("I", "\u026A"),
        ("J", "\u1D0A"),
        ("K", "\u1D0B"),
        ("L", "\u029F"),
        ("M", "\u1D0D"),
        ("N", "\u0274"),
        ("O", "\u1D0F"),
        ("P", "\u1D18"),
        ("R", "\u0280"),
        ("S", "\uA731"),
        ("T", "\u1D1B"),
        ("U", "\u1D1C"),
        ("V", "\u1D20"),
        ("W", "\u1D21"),
        ("Y", "\u028F"),
        ("Z", "\u1D22"),
        ("\\", "\u20E5\u29F5\u29F9\uFE68"),
        ("^", "\u02C6\u0302\u1DCD"),
        ("_", "\u0332\u2017"),
        ("{", "\u2774\uFE5B"),
        ("|", "\u20D2\u20D3\u2223\u239C\u239F\u23B8\u23B9\u23D0"),
        ("}", "\u2775\uFE5C"),
        ("~", "\u02DC\u02F7\u0303\u0330\u0334\u223C"),
        ("", "\u0000\u0003\u0004\u0010\u0011\u0012\u0013\u0014\u0017\u0019\u200B\u200C\u2060\uFEFF"),
    ];
}
