using PitWall.Alerts.Twilio.Testing.Phones;

namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>How fast a sender sends, in segments a second, and how many hours of that its queue holds.</summary>
/// <remarks>
/// Source: Twilio support, "Twilio rate limits and message queues", September 2026. The rate of a local number to the United States depends
/// on its 10DLC campaign; the Canadian one stands in for it.
/// </remarks>
internal static class SenderRates
{
    private static readonly string[] TollFreeCodes = ["800", "822", "833", "844", "855", "866", "877", "888"];

    public static double SegmentsPerSecond(string from, string to) =>
        PhoneAddress.IsWhatsApp(from) ? 80
        : PhoneAddress.IsShortCode(from) ? 100
        : !to.StartsWith("+1", StringComparison.Ordinal) || !PhoneAddress.IsE164(from) ? 10
        : IsTollFree(from) ? 3
        : 1;

    public static TimeSpan QueueLength(string from) => TimeSpan.FromHours(PhoneAddress.IsWhatsApp(from) ? 4 : 10);

    private static bool IsTollFree(string number) => number.StartsWith("+1", StringComparison.Ordinal) && TollFreeCodes.Contains(number[2..5]);
}
