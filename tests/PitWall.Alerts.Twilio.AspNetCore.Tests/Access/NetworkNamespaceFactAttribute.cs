namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>Needs a network namespace; skips and says why where there can be none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NetworkNamespaceFactAttribute : FactAttribute
{
    public NetworkNamespaceFactAttribute() => Skip = NetworkNamespace.WhyNot;
}
