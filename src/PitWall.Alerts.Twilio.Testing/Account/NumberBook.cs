using PitWall.Alerts.Twilio.Testing.Storage;

namespace PitWall.Alerts.Twilio.Testing.Account;

/// <summary>The phone numbers that the account owns.</summary>
internal sealed class NumberBook
{
    private readonly Lock _gate = new();
    private readonly List<OwnedNumber> _numbers = [];

    public NumberBook(TwilioSandboxOptions options, SidFactory sids)
    {
        var now = options.TimeProvider.GetUtcNow();
        foreach (var number in options.AdditionalSenders.Where(PhoneAddress.IsE164).Prepend(options.PhoneNumber))
            _numbers.Add(new OwnedNumber { Sid = sids.Next("PN"), PhoneNumber = number, FriendlyName = number, DateCreated = now, DateUpdated = now });
    }

    public IReadOnlyList<OwnedNumber> All()
    {
        lock (_gate) return [.. _numbers];
    }

    public OwnedNumber? FindByNumber(string number) => All().FirstOrDefault(owned => owned.PhoneNumber == number);

    public OwnedNumber? Find(string sid) => All().FirstOrDefault(owned => owned.Sid == sid);
}
