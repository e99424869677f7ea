namespace PitWall.Alerts.Twilio.Api;

/// <summary>A create that Twilio took.</summary>
/// <param name="Resource">What it answered, or what its list showed.</param>
/// <param name="RequestId">Its id of the request, where the answer came.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="IsReconciled">Whether it was found in the list because the answer was lost.</param>
internal readonly record struct Transmission(CreatedResource Resource, string? RequestId, int Attempts, bool IsReconciled);
