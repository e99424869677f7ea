using Microsoft.CodeAnalysis;

namespace PitWall.Alerts.Twilio.Tests.CodeBase;

/// <summary>Every assembly this test runs with: the framework, the packages, what they need.</summary>
internal static class References
{
    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p => p.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];
}
