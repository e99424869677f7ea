using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Registration;

/// <summary>Every part can be a host's own, registered before or after.</summary>
public class ReplacementTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_PartsOfTheHost_AreUsed(bool before)
    {
        await using var sandbox = await TwilioSandbox.StartAsync();
        await using var provider = Bound.Provider(s =>
        {
            if (before)
                Replace(s);

            s.AddPitWallTwilio(sandbox.Configure);
            if (!before)
                Replace(s);
        });
        var alerts = provider.GetRequiredService<IPitWallAlerts>();

        var sent = await alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.Fuel, "x"), "the driver");
        var optedOut = await alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.Fuel, "x"), "the engineer");

        sandbox.Phone(RawHost.Phone).Messages.Should().ContainSingle().Which.Body.Should().Be("as the host writes it");
        (sent.Outcome, optedOut.Reason).Should().Be((AlertOutcome.Accepted, SuppressionReason.OptedOut));
    }

    [Fact]
    public async Task Send_ClientOfTheHost_GetsTheAlerts()
    {
        var client = new FakeTwilioAlertClient();
        await using var provider = Bound.Provider(s => s.AddPitWallTwilio(_ => { }).Services.AddSingleton<ITwilioAlertClient>(client));

        var result = await provider.GetRequiredService<IPitWallAlerts>().SendCriticalAlertAsync(new CriticalAlert("Box"), RawHost.Phone);

        result.Outcome.Should().Be(AlertOutcome.Accepted);
    }

    [Fact]
    public async Task Send_NamedAccount_TakesPartsUnderItsKey()
    {
        await using var sandbox = await TwilioSandbox.StartAsync();
        await using var provider = Bound.Provider(s =>
            s.AddPitWallTwilio("sprint", sandbox.Configure).Services.AddKeyedSingleton<IStrategyAlertFormatter>("sprint", new Formatter()));

        await provider.GetRequiredKeyedService<IPitWallAlerts>("sprint").SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.Fuel, "x"), RawHost.Phone);

        sandbox.Messages.Should().ContainSingle().Which.Body.Should().Be("as the host writes it");
    }

    private static void Replace(IServiceCollection services) => services
        .AddSingleton<IStrategyAlertFormatter>(new Formatter())
        .AddSingleton<IPhoneNumberNormalizer>(new Directory())
        .AddSingleton<IOptOutList>(new OptOuts());

    private sealed class Formatter : IStrategyAlertFormatter
    {
        public FormattedAlert Format(StrategyAlert alert, AlertFormatContext context) => new() { Text = "as the host writes it", Segments = 1 };
    }

    private sealed class Directory : IPhoneNumberNormalizer
    {
        private readonly PhoneNumberNormalizer _normalizer = new();

        public PhoneNumberResult Normalize(ReadOnlySpan<char> text) => _normalizer.Normalize(text is "the driver" ? RawHost.Phone : "+34600111223");

        public PhoneNumberResult Normalize(ReadOnlySpan<char> text, PhoneNumberOptions options) => Normalize(text);
    }

    private sealed class OptOuts : IOptOutList
    {
        public bool Contains(E164PhoneNumber number, AlertChannel channel) => number.ToString() == "+34600111223";

        public void Add(E164PhoneNumber number, AlertChannel channel)
        {
            // The one opt-out is fixed.
        }

        public void Remove(E164PhoneNumber number, AlertChannel channel)
        {
            // The one opt-out is fixed.
        }
    }
}
