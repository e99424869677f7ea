namespace PitWall.Alerts.Twilio.Registration;

/// <summary>How requests are timed and repeated.</summary>
internal static class TransmitRules
{
    public static void Check(OptionFailures failures, TransmitOptions o)
    {
        failures.CheckRange(o.AttemptTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5), "Transmit:AttemptTimeout");
        failures.Check(o.MaxAttempts is >= 1 and <= 20, "Transmit:MaxAttempts", "must be 1 to 20.");
        failures.CheckRange(o.BackoffBase, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1), "Transmit:BackoffBase");
        failures.CheckRange(o.BackoffMax, o.BackoffBase, TimeSpan.FromMinutes(10), "Transmit:BackoffMax");
        failures.CheckRange(o.MaxRetryAfter, TimeSpan.Zero, TimeSpan.FromHours(1), "Transmit:MaxRetryAfter");
        failures.CheckRange(o.MaxElapsed, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), "Transmit:MaxElapsed");
        failures.CheckRange(o.ReconciliationWindow, TimeSpan.Zero, TimeSpan.FromMinutes(5), "Transmit:ReconciliationWindow");
        failures.CheckRange(o.CriticalReconciliationWindow, TimeSpan.Zero, TimeSpan.FromMinutes(5), "Transmit:CriticalReconciliationWindow");
        failures.CheckRange(o.CircuitBreak, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), "Transmit:CircuitBreak");
    }
}
