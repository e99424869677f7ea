using System.Collections.Concurrent;

namespace PitWall.Alerts.Twilio.Testing.Phones;

/// <summary>What each phone does with texts and calls; phones that nobody has told anything do the ordinary thing.</summary>
internal sealed class PhoneHabits
{
    private readonly ConcurrentDictionary<string, PhoneDelivery> _deliveries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PhoneAnswering> _answerings = new(StringComparer.Ordinal);

    public PhoneDelivery Delivery(string number) => _deliveries.GetValueOrDefault(number) ?? PhoneDelivery.Delivered;

    public PhoneAnswering Answering(string number) => _answerings.GetValueOrDefault(number) ?? PhoneAnswering.Attended;

    public void Set(string number, PhoneDelivery delivery) => _deliveries[number] = delivery;

    public void Set(string number, PhoneAnswering answering) => _answerings[number] = answering;
}
