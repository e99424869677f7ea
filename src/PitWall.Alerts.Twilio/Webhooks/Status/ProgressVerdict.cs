namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>What a reported status means, given the one that is known.</summary>
internal enum ProgressVerdict
{
    /// <summary>It says nothing about the way of a message or call.</summary>
    Irrelevant = 0,

    /// <summary>It is further on.</summary>
    Advance,

    /// <summary>It lies behind: true, but overtaken by a report that came first.</summary>
    Late,

    /// <summary>It is known.</summary>
    Duplicate,

    /// <summary>It is known, but not the error that came with it.</summary>
    Supplement,

    /// <summary>It contradicts an end that is known.</summary>
    Contradiction,
}
