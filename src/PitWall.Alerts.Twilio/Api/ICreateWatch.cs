namespace PitWall.Alerts.Twilio.Api;

/// <summary>What a create reports to the caller that ordered it, and asks before each attempt.</summary>
internal interface ICreateWatch
{
    /// <summary>Why it is no longer wanted. Asked between attempts: a request on its way is completed.</summary>
    SuppressionReason AbandonedBecause { get; }

    /// <summary>Ends waits between attempts once it is no longer wanted.</summary>
    CancellationToken Abandoned { get; }

    /// <summary>How long it is still worth sending, on the policy's clock; below a second it is not.</summary>
    TimeSpan TimeLeft { get; }

    /// <summary>An attempt leaves now.</summary>
    /// <param name="attempt">Which one, from 1.</param>
    void OnAttempt(int attempt);

    /// <summary>An attempt has its answer, which is read now.</summary>
    void OnAnswer();

    /// <summary>It waits for something.</summary>
    /// <param name="why">For what, in a sentence for people.</param>
    void OnHold(string why);
}
