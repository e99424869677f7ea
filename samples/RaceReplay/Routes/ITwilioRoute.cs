using PitWall.Alerts.Twilio;

namespace RaceReplay.Routes;

/// <summary>The way of alerts: to the sandbox's virtual phones or to real ones.</summary>
internal interface ITwilioRoute : IAsyncDisposable
{
    IPitWallAlerts Alerts { get; }

    /// <summary><c>sandbox</c> or <c>live</c>.</summary>
    string Mode { get; }

    /// <summary>Where alerts go, in a sentence.</summary>
    string Description { get; }

    /// <summary>Where the phones can be seen in a browser; <see langword="null"/> when they are real.</summary>
    Uri? PhonesPage { get; }

    /// <summary>Every message and call that Twilio took, in the order of their requests; empty when that cannot be seen.</summary>
    IReadOnlyList<string> Created();

    /// <summary>Lets Twilio go away.</summary>
    Task StopTwilioAsync();

    /// <summary>How many of the messages are on their phone; <see langword="null"/> when that cannot be seen.</summary>
    int? CountDelivered(IReadOnlySet<string> sids);

    /// <summary>What the phones show, in lines of text.</summary>
    IReadOnlyList<string> Phones();
}
