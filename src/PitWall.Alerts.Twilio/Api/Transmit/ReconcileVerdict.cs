namespace PitWall.Alerts.Twilio.Api;

/// <summary>What looking for a lost create came to.</summary>
internal enum ReconcileVerdict
{
    /// <summary>Nothing can be said: the list was refused, failed, or several creates could be ours.</summary>
    Inconclusive = 0,

    /// <summary>Exactly one was ours.</summary>
    Adopted,

    /// <summary>The list could be read to the end of the window and ours never showed.</summary>
    NotSeen,
}
