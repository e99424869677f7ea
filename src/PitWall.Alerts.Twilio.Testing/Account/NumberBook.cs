using PitWall.Alerts.Twilio.Testing.Phones;
using PitWall.Alerts.Twilio.Testing.Storage;

namespace PitWall.Alerts.Twilio.Testing.Account;

/// <summary>The phone numbers that the account owns, and its WhatsApp sender, which has webhooks too but is no phone number of the account.</summary>
internal sealed class NumberBook
{
    private readonly Lock _gate = new();
    private readonly List<OwnedNumber> _numbers = [];
    private readonly TimeProvider _clock;
    private readonly SidFactory _sids;
    private OwnedNumber _whatsApp;

    public NumberBook(TwilioSandboxOptions options, SidFactory sids)
    {
        _clock = options.TimeProvider;
        _sids = sids;
        _whatsApp = New(options.WhatsAppNumber, options.WhatsAppNumber);
        foreach (var number in options.AdditionalSenders.Where(PhoneAddress.IsE164).Prepend(options.PhoneNumber)) Add(number, number);
    }

    public IReadOnlyList<OwnedNumber> All()
    {
        lock (_gate) return [.. _numbers];
    }

    public OwnedNumber? FindByNumber(string number)
    {
        lock (_gate) return _numbers.Find(owned => owned.PhoneNumber == number);
    }

    /// <summary>Whose webhooks get what is sent to an address.</summary>
    public OwnedNumber? FindByAddress(string address)
    {
        if (!PhoneAddress.IsWhatsApp(address)) return FindByNumber(address);

        lock (_gate) return _whatsApp.PhoneNumber == PhoneAddress.Number(address) ? _whatsApp : null;
    }

    public OwnedNumber? Find(string sid)
    {
        lock (_gate) return _numbers.Find(owned => owned.Sid == sid);
    }

    public OwnedNumber Add(string number, string friendlyName)
    {
        var owned = New(number, friendlyName);
        lock (_gate) _numbers.Add(owned);
        return owned;
    }

    public OwnedNumber? Update(string sid, Func<OwnedNumber, OwnedNumber> change)
    {
        lock (_gate)
        {
            var index = _numbers.FindIndex(owned => owned.Sid == sid);
            return index < 0 ? null : _numbers[index] = change(_numbers[index]) with { DateUpdated = _clock.GetUtcNow() };
        }
    }

    public bool Remove(string sid)
    {
        lock (_gate) return _numbers.RemoveAll(owned => owned.Sid == sid) > 0;
    }

    /// <summary>Changes the webhooks of all numbers and of the WhatsApp sender.</summary>
    public void UpdateAll(Func<OwnedNumber, OwnedNumber> change)
    {
        lock (_gate)
        {
            for (var i = 0; i < _numbers.Count; i++) _numbers[i] = change(_numbers[i]);
            _whatsApp = change(_whatsApp);
        }
    }

    private OwnedNumber New(string number, string friendlyName)
    {
        var now = _clock.GetUtcNow();
        return new OwnedNumber { Sid = _sids.Next("PN"), PhoneNumber = number, FriendlyName = friendlyName, DateCreated = now, DateUpdated = now };
    }
}
