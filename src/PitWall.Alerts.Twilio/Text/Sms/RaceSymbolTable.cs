namespace PitWall.Alerts.Twilio.Text;

/// <summary>What race texts contain beyond Twilio's list, and how it reads in GSM-7.</summary>
internal static class RaceSymbolTable
{
    /// <summary>What is written, and each character it is written for.</summary>
    public static readonly (string Replacement, string Characters)[] Rows =
    [
        (" ", "\u1680\u180E"),
        ("\n", "\u000B\u0085"),
        ("", "\u00AD\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\uFE0E\uFE0F"),
        ("-", "\u2011\u2012\u2212\u00B7\u2027"),
        ("+/-", "±"),
        ("-/+", "∓"),
        ("x", "×✕✖"),
        ("~", "≈≃"),
        ("<=", "≤"),
        (">=", "≥"),
        ("!=", "≠"),
        ("->", "→⇒➔➜➡"),
        ("<-", "←⇐⬅"),
        ("<->", "↔⇔"),
        ("'", "′"),
        ("\"", "″"),
        ("u", "\u00B5\u03BC"),
        ("Δ", "\u2206"),
        ("Ω", "\u2126"),
        ("Σ", "\u2211"),
        ("|", "¦"),
        ("o", "º"),
        ("a", "ª"),
        ("C", "\u2103"),
        ("F", "\u2109"),
        ("No.", "№"),
        ("(C)", "©"),
        ("(R)", "®"),
        ("TM", "™"),
    ];

    /// <summary>Written with a space between it and a digit before: 2½ is 2 1/2, never 21/2.</summary>
    public static readonly (string Replacement, string Characters)[] Fractions =
    [
        ("1/4", "¼"), ("1/2", "½"), ("3/4", "¾"), ("1/3", "⅓"), ("2/3", "⅔"),
        ("1/5", "⅕"), ("2/5", "⅖"), ("3/5", "⅗"), ("4/5", "⅘"), ("1/6", "⅙"), ("5/6", "⅚"),
        ("1/8", "⅛"), ("3/8", "⅜"), ("5/8", "⅝"), ("7/8", "⅞"),
    ];

    /// <summary>Written with <c>^</c> after a digit: m² is m2, but 10² is 10^2, never 102.</summary>
    public static readonly (string Replacement, string Characters)[] Powers = [("1", "¹"), ("2", "²"), ("3", "³")];

    /// <summary>Written as words of their own: P3↑ is P3 up.</summary>
    public static readonly (string Replacement, string Characters)[] Words = [("deg", "°"), ("up", "↑⬆▲"), ("down", "↓⬇▼")];
}
