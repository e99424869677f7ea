namespace PitWall.Alerts.Twilio.Api;

/// <summary>One look at Twilio's list: the creates that could be the lost one.</summary>
/// <param name="WasRead">Whether the list could be read far enough to mean something.</param>
/// <param name="MayAskAgain">Whether a list that could not be read may be readable in a moment.</param>
/// <param name="Candidates">The unclaimed creates that look like ours; at most two, because two are already one too many.</param>
internal readonly record struct Listing(bool WasRead, bool MayAskAgain, IReadOnlyList<ListedCreate> Candidates)
{
    public static Listing Failed(bool mayAskAgain) => new(false, mayAskAgain, []);
}
