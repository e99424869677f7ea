namespace PitWall.Alerts.Twilio;

/// <summary>A picture or the like that came with an inbound message.</summary>
/// <param name="Url">Where it can be fetched, with the account's credentials.</param>
/// <param name="ContentType">Its media type, such as <c>image/jpeg</c>; <see langword="null"/> where Twilio did not say.</param>
public sealed record InboundMedia(Uri Url, string? ContentType)
{
    /// <summary>The media type alone: the address leads to what somebody sent.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{nameof(InboundMedia)} {{ ContentType = {ContentType} }}";
}
