namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>What a call says, ready to be fetched.</summary>
/// <param name="AlertId">The alert.</param>
/// <param name="Words">The TwiML that speaks it, and asks for a key where one is wanted.</param>
/// <param name="Thanks">The TwiML for the key that confirms; <see langword="null"/> where none is asked for.</param>
internal sealed record CallScript(string AlertId, string Words, string? Thanks);
