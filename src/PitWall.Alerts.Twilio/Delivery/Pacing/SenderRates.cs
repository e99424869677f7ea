namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>How fast a sender may send, so that the order is kept on our side: Twilio's own queue is first in, first out.</summary>
/// <remarks>Source: Twilio support, "Rate limits and message queues" (segments a second by sender and destination).</remarks>
internal static class SenderRates
{
    private const double ShortCode = 100;
    private const double TollFree = 3;
    private const double NorthAmericanLocal = 1;
    private const double International = 10;
    private const int NorthAmerica = 1;

    /// <summary>How long the sender is taken by an alert; zero when it is not paced.</summary>
    public static TimeSpan Cost(AlertChannel channel, int segments, E164PhoneNumber recipient, PitWallTwilioOptions options)
    {
        var queue = options.Delivery.Queue;
        var rate = channel switch
        {
            AlertChannel.WhatsApp => queue.WhatsAppPerSecond,
            AlertChannel.Voice => queue.CallsPerSecond,
            _ => queue.SmsSegmentsPerSecond ?? SegmentsPerSecond(recipient, options),
        };
        var units = channel == AlertChannel.Sms ? Math.Max(1, segments) : 1;
        return rate <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(units / rate);
    }

    /// <summary>0 with a messaging service, which has senders and rates of its own.</summary>
    private static double SegmentsPerSecond(E164PhoneNumber recipient, PitWallTwilioOptions options)
    {
        if (!string.IsNullOrEmpty(options.MessagingServiceSid))
            return 0;

        var sender = options.PhoneNumber ?? string.Empty;
        if (!E164PhoneNumber.TryParse(sender, null, out var number))
            return sender.Length > 0 && !sender.AsSpan().ContainsAnyExceptInRange('0', '9') ? ShortCode : International;

        if (number.CallingCode != NorthAmerica || recipient.CallingCode != NorthAmerica)
            return International;

        // To the United States the carrier's campaign decides, which we do not know: the slowest known rate is never too fast.
        return number.Kind == PhoneNumberKind.TollFree ? TollFree : NorthAmericanLocal;
    }
}
