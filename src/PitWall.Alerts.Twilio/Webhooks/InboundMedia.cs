namespace PitWall.Alerts.Twilio;

/// <summary>A media file, such as a picture, that came with an inbound message.</summary>
/// <param name="Url">Where to fetch it, with the account's credentials.</param>
/// <param name="ContentType">Its media type, such as <c>image/jpeg</c>; <see langword="null"/> if Twilio did not say.</param>
public sealed record InboundMedia(Uri Url, string? ContentType)
{
    /// <summary>Returns the media type only: the address leads to what a person sent.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{nameof(InboundMedia)} {{ ContentType = {ContentType} }}";
}
