using System.Reflection;
using PitWall.Alerts.Twilio.AspNetCore;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.CodeBase;

/// <summary>The built assemblies of the packages.</summary>
internal static class Packages
{
    public static Assembly Core { get; } = typeof(IPitWallAlerts).Assembly;

    public static Assembly Testing { get; } = typeof(TwilioSandbox).Assembly;

    public static Assembly AspNetCore { get; } = typeof(PitWallTwilioEndpointRouteBuilderExtensions).Assembly;

    public static IReadOnlyList<Assembly> All { get; } = [Core, AspNetCore, Testing];

    public static TheoryData<string> Names => [.. All.Select(a => a.GetName().Name!)];

    public static Assembly Of(string name) => All.Single(a => a.GetName().Name == name);
}
