using System.Collections.Frozen;

namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>What a phone does with texts and calls, in the words of the page. What only a test can script has the word <c>scripted</c>.</summary>
internal static class HabitNames
{
    private const string Scripted = "scripted";

    private static readonly FrozenDictionary<string, PhoneDelivery> Deliveries = new Dictionary<string, PhoneDelivery>
    {
        ["delivered"] = PhoneDelivery.Delivered,
        ["read"] = new() { Reads = true },
        ["silent"] = PhoneDelivery.Silent,
        ["undelivered"] = PhoneDelivery.Undelivered(),
        ["failed"] = PhoneDelivery.Failed(),
        ["refused"] = PhoneDelivery.Refused(21614),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, PhoneAnswering> Answerings = new Dictionary<string, PhoneAnswering>
    {
        ["attended"] = PhoneAnswering.Attended,
        ["ringing"] = PhoneAnswering.Ringing,
        ["listening"] = PhoneAnswering.Listening,
        ["machine"] = PhoneAnswering.Machine,
        ["busy"] = PhoneAnswering.Busy,
        ["unanswered"] = PhoneAnswering.Unanswered,
        ["unreachable"] = PhoneAnswering.Unreachable,
    }.ToFrozenDictionary();

    public static string Of(PhoneDelivery delivery) => Deliveries.FirstOrDefault(pair => pair.Value == delivery).Key ?? Scripted;

    public static string Of(PhoneAnswering answering) => Answerings.FirstOrDefault(pair => ReferenceEquals(pair.Value, answering)).Key ?? Scripted;

    public static PhoneDelivery? Delivery(string name) => Deliveries.GetValueOrDefault(name);

    public static PhoneAnswering? Answering(string name) => Answerings.GetValueOrDefault(name);
}
