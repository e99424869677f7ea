namespace PitWall.Alerts.Twilio.Api;

/// <summary>What one attempt at a create means for the next.</summary>
internal enum AttemptVerdict
{
    /// <summary>It is unknown whether it took effect: search before anything else.</summary>
    Ambiguous = 0,

    /// <summary>Twilio took it and said so.</summary>
    Accepted,

    /// <summary>It took no effect and may work in a moment.</summary>
    Repeat,

    /// <summary>It took no effect and will not work unchanged.</summary>
    Permanent,

    /// <summary>The account itself was refused: nothing will work for now.</summary>
    Condemned,
}
