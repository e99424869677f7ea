namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What an admitted alert holds until its end, and gives back where it was not sent.</summary>
/// <param name="Place">Its place in the duplicate window; <see langword="null"/> when it has none.</param>
/// <param name="Buckets">How many buckets there had been when it took from them; 0 when it took from none.</param>
/// <param name="Cooldown">The number of the cooldown that it began; <see langword="null"/> when none began.</param>
internal readonly record struct AdmissionHold(long? Place, long Buckets, long? Cooldown);
