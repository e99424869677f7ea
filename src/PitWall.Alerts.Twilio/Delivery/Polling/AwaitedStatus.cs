namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>An alert whose end is not known.</summary>
/// <param name="AlertId">The alert.</param>
/// <param name="Sid">Its message or call.</param>
/// <param name="IsCall">Which of the two.</param>
/// <param name="Since">The transport clock's timestamp when Twilio took it.</param>
internal sealed record AwaitedStatus(string AlertId, string Sid, bool IsCall, long Since)
{
    /// <summary>How long to wait after the next question, if that brings no end.</summary>
    public TimeSpan Pause { get; set; }

    /// <summary>How often it was polled since its end is known, the poll that brought the end included.</summary>
    public int PricePolls { get; set; }
}
