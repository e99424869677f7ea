namespace PitWall.Alerts.Twilio.Api;

/// <summary>A create that Twilio took; <see langword="default"/> for none.</summary>
/// <param name="Resource">What it answered, or what its list showed.</param>
/// <param name="RequestId">Its id of the request, where the answer came.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="IsReconciled">Whether it was found in the list because the answer was lost.</param>
/// <param name="IsCut">Whether the words of a call had to be cut to fit.</param>
internal readonly record struct Transmission(CreatedResource Resource, string? RequestId, int Attempts, bool IsReconciled, bool IsCut)
{
    /// <summary>Whether there was nothing to send with.</summary>
    public bool IsNone => Resource is null;
}
