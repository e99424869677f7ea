using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

/// <summary>What a host's formatter says of its text is not believed where money hangs on it.</summary>
public class ForeignFormatterTests
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(-5, 1, 1)]
    [InlineData(1, 200, 2)]
    [InlineData(4, 200, 4)]
    public async Task Segments_Given_AreNeverLessThanTheTextTakes(int given, int length, int expected)
    {
        await using var host = Host(given, length);

        var result = await DeliveryHost.EndAsync(host.Enqueue());

        result.Segments.Should().Be(expected);
        host.Ledger.Find(result.AlertId!)!.Segments.Should().Be(expected);
        host.Ledger.Summarize().Segments.Should().Be(expected);
    }

    [Fact]
    public async Task Segments_OnATrialAccount_CountItsPrefix()
    {
        await using var host = Host(given: 1, length: 150);
        host.Get<TrialAccount>().Note(isTrial: true);

        (await DeliveryHost.EndAsync(host.Enqueue())).Segments.Should().Be(2);
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    public async Task Segments_OnAnotherChannel_AreNotNegative(int given, int expected)
    {
        await using var host = Host(given, length: 1);

        var handle = host.Queue.Enqueue(
            new StrategyAlert(StrategyAlertType.PitStop, "Box"), new AlertRecipient(AlertHost.Phone, AlertChannel.Voice));

        (await DeliveryHost.EndAsync(handle)).Segments.Should().Be(expected);
    }

    private static DeliveryHost Host(int given, int length) => new(add: s =>
        s.Replace(ServiceDescriptor.Singleton<IStrategyAlertFormatter>(new Liar(given, new string('x', length)))));

    private sealed class Liar(int segments, string text) : IStrategyAlertFormatter
    {
        public FormattedAlert Format(StrategyAlert alert, AlertFormatContext context) => new() { Text = text, Segments = segments };
    }
}
