using PitWall.Alerts.Twilio.Testing.Phones;

namespace PitWall.Alerts.Twilio.Testing;

/// <summary>The name of a phone on the phones page.</summary>
public sealed record SandboxPhoneRole
{
    /// <summary>Names a phone.</summary>
    /// <param name="number">The phone's number in E.164.</param>
    /// <param name="name">Whose phone it is, such as <c>Pit wall</c>.</param>
    /// <exception cref="ArgumentException">Thrown when <paramref name="number"/> is not E.164 or <paramref name="name"/> is empty.</exception>
    public SandboxPhoneRole(string number, string name)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!PhoneAddress.IsE164(number)) throw new ArgumentException("The number is not E.164, such as +15125550123.", nameof(number));

        Number = number;
        Name = name;
    }

    /// <summary>The phone's number, in E.164.</summary>
    public string Number { get; }

    /// <summary>Whose phone it is.</summary>
    public string Name { get; }
}
