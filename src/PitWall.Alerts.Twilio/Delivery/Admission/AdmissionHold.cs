namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What an admitted alert holds until its end, and gives back where it was not sent.</summary>
/// <param name="Place">Its place in the duplicate window; <see langword="null"/> when it has none.</param>
/// <param name="HasTokens">Whether it counts towards the limits.</param>
/// <param name="CooldownAt">When it began its cooldown, as a timestamp; <see langword="null"/> when none began.</param>
internal readonly record struct AdmissionHold(long? Place, bool HasTokens, long? CooldownAt);
