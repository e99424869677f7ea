namespace PitWall.Alerts.Twilio;

/// <summary>How urgent an alert is. It determines the marker and how early the alert leaves the queue.</summary>
/// <remarks>
/// Wire names are the member names in lower case. For a coaching alert the same scale is called priority. A
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
