namespace PitWall.Alerts.Twilio.Testing.Account;

/// <summary>Who does not want texts from which sender.</summary>
/// <remarks>
/// Source: Twilio docs, "Advanced Opt-Out", default keywords for long codes; the opt-in and help words are general knowledge. A keyword
/// counts only as the whole text, in any case.
/// </remarks>
internal sealed class OptOuts
{
    private static readonly HashSet<string> StopWords =
        new(["STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> StartWords = new(["START", "YES", "UNSTOP"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> HelpWords = new(["HELP", "INFO"], StringComparer.OrdinalIgnoreCase);

    private readonly Lock _gate = new();
    private readonly HashSet<(string Recipient, string Sender)> _optedOut = [];

    public bool IsOptedOut(string recipient, string sender)
    {
        lock (_gate) return _optedOut.Contains((recipient, sender));
    }

    /// <summary>Takes note of a text; the answer is <c>STOP</c>, <c>START</c> or <c>HELP</c> when it was a keyword.</summary>
    public string? Hear(string recipient, string sender, string body)
    {
        var word = body.Trim();
        lock (_gate)
        {
            if (StopWords.Contains(word))
            {
                _optedOut.Add((recipient, sender));
                return "STOP";
            }

            if (StartWords.Contains(word))
            {
                // YES is an ordinary answer unless there is something to undo.
                return _optedOut.Remove((recipient, sender)) || !word.Equals("YES", StringComparison.OrdinalIgnoreCase) ? "START" : null;
            }

            return HelpWords.Contains(word) ? "HELP" : null;
        }
    }
}
