namespace PitWall.Alerts.Twilio.Api;

/// <summary>What looking for a lost create came to, and what was found.</summary>
internal readonly record struct ReconcileResult(ReconcileVerdict Verdict, CreatedResource? Found)
{
    public static ReconcileResult Inconclusive { get; } = new(ReconcileVerdict.Inconclusive, null);

    public static ReconcileResult NotSeen { get; } = new(ReconcileVerdict.NotSeen, null);

    public static ReconcileResult Adopted(CreatedResource found) => new(ReconcileVerdict.Adopted, found);
}
