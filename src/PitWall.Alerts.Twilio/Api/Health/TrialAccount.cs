namespace PitWall.Alerts.Twilio.Api;

/// <summary>Whether health has said that this is a trial account, whose texts get a prefix.</summary>
internal sealed class TrialAccount
{
    private volatile bool _isTrial;

    public bool IsTrial => _isTrial;

    public void Note(bool? isTrial)
    {
        if (isTrial is { } known)
            _isTrial = known;
    }
}
