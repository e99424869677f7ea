namespace PitWall.Alerts.Twilio.Api;

/// <summary>What a create tells whoever ordered it, and asks before each attempt.</summary>
internal interface ICreateWatch
{
    /// <summary>Whether nobody wants it any more. Asked between attempts: what is on its way is seen through.</summary>
    bool IsAbandoned { get; }

    /// <summary>An attempt leaves now.</summary>
    /// <param name="attempt">Which one, from 1.</param>
    void OnAttempt(int attempt);
}
