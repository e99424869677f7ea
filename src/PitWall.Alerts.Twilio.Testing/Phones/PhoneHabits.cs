using System.Collections.Concurrent;

namespace PitWall.Alerts.Twilio.Testing.Phones;

/// <summary>What each phone does with texts and calls; phones without a setting behave ordinarily.</summary>
internal sealed class PhoneHabits(PhoneAnswering otherwise)
{
    private readonly ConcurrentDictionary<string, PhoneDelivery> _deliveries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PhoneAnswering> _answerings = new(StringComparer.Ordinal);

    /// <summary>The numbers of the phones that have a setting.</summary>
    public IEnumerable<string> Told => _deliveries.Keys.Union(_answerings.Keys);

    public PhoneDelivery Delivery(string number) => _deliveries.GetValueOrDefault(number) ?? PhoneDelivery.Delivered;

    public PhoneAnswering Answering(string number) => _answerings.GetValueOrDefault(number) ?? otherwise;

    public void Set(string number, PhoneDelivery delivery) => _deliveries[number] = delivery;

    public void Set(string number, PhoneAnswering answering) => _answerings[number] = answering;
}
