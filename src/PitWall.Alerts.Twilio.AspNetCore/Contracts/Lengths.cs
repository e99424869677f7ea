namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>The longest texts that requests may hold, in characters. Twilio's own limits are tighter and are checked by the client.</summary>
internal static class Lengths
{
    /// <summary>A phone number with everything people write around it.</summary>
    public const int Address = 64;

    /// <summary>Twilio docs, Message resource, <c>Body</c>: 1,600.</summary>
    public const int Message = 1_600;

    /// <summary>Twilio docs, error 21609: 4,000.</summary>
    public const int Url = 4_000;

    /// <summary>Names, topics and keys.</summary>
    public const int Name = 200;

    /// <summary>Alerts in a batch.</summary>
    public const int Batch = 50;

    /// <summary>Variables of a template.</summary>
    public const int Variables = 100;
}
