using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PitWall.Alerts.Twilio.Tests.Registration;

public class OptionsTidyingTests
{
    [Fact]
    public void Options_TokensInAListThatNobodyMayChange_AreTidiedInACopy()
    {
        var given = new List<string> { " 0123456789abcdef0123456789abcdef\n" }.AsReadOnly();

        var options = Options(o => o.Webhooks.AdditionalAuthTokens = given);

        options.Webhooks.AdditionalAuthTokens.Should().Equal("0123456789abcdef0123456789abcdef");
        given.Should().ContainSingle().Which.Should().StartWith(" ");
    }

    [Fact]
    public void Options_AddressesWithBlanksAroundThem_AreWithoutThem()
    {
        var options = Options(o =>
        {
            o.StatusCallback = new Uri("https://pit.example/status ");
            o.Voice.ScriptAddress = new Uri(" https://pit.example/voice\n");
            o.Webhooks.PublicAddress = new Uri("https://b\u00fccher.example ");
        });

        options.StatusCallback!.OriginalString.Should().Be("https://pit.example/status");
        options.Voice.ScriptAddress!.OriginalString.Should().Be("https://pit.example/voice");
        options.Webhooks.PublicAddress!.OriginalString.Should().StartWith("https://xn--bcher-kva.example");
    }

    private static PitWallTwilioOptions Options(Action<PitWallTwilioOptions> configure)
    {
        using var provider = new ServiceCollection().AddPitWallTwilio(configure).Services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<PitWallTwilioOptions>>().CurrentValue;
    }
}
