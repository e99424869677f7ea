namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>The words that stop and start messages if a message consists of nothing else.</summary>
/// <remarks>
/// Source: Twilio docs, "Advanced Opt-Out", default English keywords. A messaging service with Advanced Opt-Out may have others, in
/// other languages: then Twilio says itself what a message meant, in the field <c>OptOutType</c>.
/// </remarks>
internal static class OptOutKeywords
{
    public static OptOutKeyword Of(string? optOutType, ReadOnlySpan<char> body)
    {
        if (optOutType is not null)
        {
            return optOutType.ToUpperInvariant() switch
            {
                "STOP" => OptOutKeyword.Stop,
                "START" => OptOutKeyword.Start,
                "HELP" => OptOutKeyword.Help,
                _ => OptOutKeyword.None,
            };
        }

        const int longest = 16;
        Span<char> word = stackalloc char[longest];
        body = body.Trim();
        if (body.Length > longest)
            return OptOutKeyword.None;

        return word[..body.ToUpperInvariant(word)] switch
        {
            "STOP" or "UNSUBSCRIBE" or "END" or "QUIT" or "STOPALL" or "REVOKE" or "OPTOUT" or "CANCEL" => OptOutKeyword.Stop,
            "START" or "YES" or "UNSTOP" => OptOutKeyword.Start,
            "HELP" or "INFO" => OptOutKeyword.Help,
            _ => OptOutKeyword.None,
        };
    }
}
