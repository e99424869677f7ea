namespace PitWall.Alerts.Twilio;

/// <summary>How urgent an alert is: what marker it carries and how early it leaves the queue.</summary>
/// <remarks>
/// Wire names are the members in lower case. A coaching alert calls the same scale its priority. A
/// <see cref="CriticalAlert"/> goes before all three.
/// </remarks>
public enum AlertSeverity
{
    /// <summary>Good to know; marker 🟢 or <c>LOW</c>.</summary>
    Low = 1,

    /// <summary>Plan for it; marker 🟡 or <c>MED</c>.</summary>
    Medium = 2,

    /// <summary>Act now; marker 🔴 or <c>HIGH</c>.</summary>
    High = 3,
}
