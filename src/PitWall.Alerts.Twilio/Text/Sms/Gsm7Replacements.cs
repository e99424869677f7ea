using System.Collections.Frozen;

namespace PitWall.Alerts.Twilio.Text;

/// <summary>What is written in GSM-7 for a character it lacks.</summary>
internal static class Gsm7Replacements
{
    private static readonly FrozenDictionary<char, Gsm7Replacement> Table = Build();

    public static bool TryGet(char c, out Gsm7Replacement replacement)
    {
        if (Table.TryGetValue(c, out replacement))
            return true;

        // The full-width forms of ASCII lie in its order; of them GSM-7 lacks the backtick alone.
        if (c is >= '\uFF01' and <= '\uFF5E')
        {
            replacement = new(c == '\uFF40' ? "'" : Ascii[c - '\uFF01'], Gsm7ReplacementStyle.Plain);
            return true;
        }

        replacement = new(string.Empty, Gsm7ReplacementStyle.Plain);
        return char.IsControl(c);
    }

    private static readonly string[] Ascii = [.. Enumerable.Range('!', '~' - '!' + 1).Select(c => ((char)c).ToString())];

    private static FrozenDictionary<char, Gsm7Replacement> Build()
    {
        var table = new Dictionary<char, Gsm7Replacement>(1024);
        Add(SmartEncodingTable.Rows, Gsm7ReplacementStyle.Plain);
        Add(LatinLetterTable.Rows, Gsm7ReplacementStyle.Plain);
        Add(RaceSymbolTable.Rows, Gsm7ReplacementStyle.Plain);
        Add(RaceSymbolTable.Fractions, Gsm7ReplacementStyle.Fraction);
        Add(RaceSymbolTable.Powers, Gsm7ReplacementStyle.Power);
        Add(RaceSymbolTable.Words, Gsm7ReplacementStyle.Word);
        return table.ToFrozenDictionary();

        // Later tables win: ours know what stands around a fraction.
        void Add((string Replacement, string Characters)[] rows, Gsm7ReplacementStyle style)
        {
            foreach (var (replacement, characters) in rows)
            {
                foreach (var c in characters)
                    table[c] = new(replacement, style);
            }
        }
    }
}
