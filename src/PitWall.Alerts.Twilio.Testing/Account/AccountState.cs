namespace PitWall.Alerts.Twilio.Testing.Account;

/// <summary>What changes about the account: its name and its balance.</summary>
internal sealed class AccountState(TwilioSandboxOptions options)
{
    private readonly Lock _gate = new();
    private decimal _balance = options.Balance;
    private string _friendlyName = "PitWall sandbox";

    public DateTimeOffset DateCreated { get; } = options.TimeProvider.GetUtcNow();

    public decimal Balance
    {
        get { lock (_gate) return _balance; }
    }

    public string FriendlyName
    {
        get { lock (_gate) return _friendlyName; }
        set { lock (_gate) _friendlyName = value; }
    }

    public void Charge(decimal price)
    {
        lock (_gate) _balance -= price;
    }
}
