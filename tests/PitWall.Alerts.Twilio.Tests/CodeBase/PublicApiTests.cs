using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PitWall.Alerts.Twilio.Tests.CodeBase;

/// <summary>What a package shows to its users is listed beside it, so that no change of it goes unseen.</summary>
public class PublicApiTests
{
    [Theory]
    [MemberData(nameof(Packages.Names), MemberType = typeof(Packages))]
    public void PublicApi_EveryPackage_IsWhatItsListSays(string package)
    {
        var listing = PublicApiListing.Of(Assembly(package));

        RepositoryFile.ShouldHold($"src/{package}/PublicApi.txt", listing);
    }

    [Theory]
    [MemberData(nameof(Packages.Names), MemberType = typeof(Packages))]
    public void PublicApi_EveryType_IsInThePackagesOwnNamespace(string package) =>
        Packages.Of(package).GetExportedTypes().Where(t => t.Namespace != package).Should().BeEmpty();

    [Fact]
    public void Listing_OfCore_ShowsWhatUsersSee()
    {
        var listing = PublicApiListing.Of(Assembly("PitWall.Alerts.Twilio"));

        listing.Should().Contain("interface PitWall.Alerts.Twilio.ITwilioAlertClient\n")
            .And.Contain("    Task<MessageReceipt?> SendSmsAsync(SmsMessage message, CancellationToken cancellationToken = default(CancellationToken))\n")
            .And.Contain("    required string To { get; init; }\n")
            .And.NotContain("TwilioTransport ")
            .And.NotContain("CreateContext", "internal members are nobody's business");
    }

    private static IAssemblySymbol Assembly(string package)
    {
        var compilation = CSharpCompilation.Create("listing", references: References.All);
        return compilation.References
            .Select(r => compilation.GetAssemblyOrModuleSymbol(r))
            .OfType<IAssemblySymbol>()
            .Single(a => a.Name == package);
    }
}
