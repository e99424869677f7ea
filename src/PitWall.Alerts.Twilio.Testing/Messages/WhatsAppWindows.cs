namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>When each phone last wrote to which WhatsApp sender: free text may answer it for 24 hours. Source: Twilio docs, error 63016.</summary>
internal sealed class WhatsAppWindows(TwilioSandboxOptions options)
{
    private static readonly TimeSpan Length = TimeSpan.FromHours(24);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Phone, string Sender), DateTimeOffset> _openedAt = [];

    public void Open(string phone, string sender)
    {
        lock (_gate) _openedAt[(phone, sender)] = options.TimeProvider.GetUtcNow();
    }

    public bool IsOpen(string phone, string sender)
    {
        if (!options.EnforcesWhatsAppWindow) return true;

        lock (_gate) return _openedAt.TryGetValue((phone, sender), out var openedAt) && options.TimeProvider.GetUtcNow() - openedAt < Length;
    }
}
