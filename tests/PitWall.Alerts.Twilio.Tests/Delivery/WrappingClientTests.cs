using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

/// <summary>A client of the host's that hands on to a real one what it has changed: that is what is sent, judged and paid for.</summary>
public class WrappingClientTests
{
    private const string TestPhone = "+34600999888";

    [Fact]
    public async Task AnotherRecipient_IsTheOneThatIsWrittenTo()
    {
        await using var sandbox = await TwilioSandbox.StartAsync();
        await using var provider = Provider(sandbox, new Redirecting(message => message with { To = TestPhone }));

        var result = await SendAsync(provider);

        result.Outcome.Should().Be(AlertOutcome.Accepted);
        sandbox.Messages.Should().ContainSingle().Which.To.ToString().Should().Be(TestPhone);
    }

    [Fact]
    public async Task AnotherRecipient_IsTheOneThatMustBeAllowed()
    {
        await using var sandbox = await TwilioSandbox.StartAsync();
        await using var provider = Provider(
            sandbox, new Redirecting(message => message with { To = TestPhone }), o => o.Gate.AllowedRecipients.Add(AlertHost.Phone));

        (await SendAsync(provider)).Reason.Should().Be(SuppressionReason.NotAllowed);

        sandbox.Messages.Should().BeEmpty();
    }

    [Fact]
    public async Task ALongerText_IsPaidForAsItIs()
    {
        await using var sandbox = await TwilioSandbox.StartAsync();
        await using var provider = Provider(
            sandbox, new Redirecting(message => message with { Body = new string('x', 1_000) }), o => o.Gate.SegmentBudget = 1);

        (await SendAsync(provider)).Reason.Should().Be(SuppressionReason.Budget);

        sandbox.Messages.Should().BeEmpty();
    }

    private static Task<AlertResult> SendAsync(IServiceProvider provider) => provider.GetRequiredService<IPitWallAlerts>()
        .SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.PitStop, "Box this lap"), AlertHost.Phone);

    private static ServiceProvider Provider(TwilioSandbox sandbox, Redirecting client, Action<PitWallTwilioOptions>? configureReal = null)
    {
        var services = new ServiceCollection();
        services.AddPitWallTwilio("real", options =>
        {
            sandbox.Configure(options);
            configureReal?.Invoke(options);
        });
        services.AddPitWallTwilio(sandbox.Configure);
        services.AddSingleton<ITwilioAlertClient>(p =>
        {
            client.Real = p.GetRequiredKeyedService<ITwilioAlertClient>("real");
            return client;
        });
        return services.BuildServiceProvider();
    }

    private sealed class Redirecting(Func<SmsMessage, SmsMessage> change) : ITwilioAlertClient
    {
        public ITwilioAlertClient Real { get; set; } = null!;

        public bool IsConfigured => Real.IsConfigured;

        public Task<MessageReceipt?> SendSmsAsync(SmsMessage message, CancellationToken cancellationToken = default) =>
            Real.SendSmsAsync(change(message), cancellationToken);

        public Task<MessageReceipt?> SendWhatsAppAsync(WhatsAppMessage message, CancellationToken cancellationToken = default) =>
            Real.SendWhatsAppAsync(message, cancellationToken);

        public Task<CallReceipt?> PlaceCallAsync(VoiceCall call, CancellationToken cancellationToken = default) => Real.PlaceCallAsync(call, cancellationToken);

        public Task<MessageStatusReport?> GetMessageStatusAsync(string messageSid, CancellationToken cancellationToken = default) =>
            Real.GetMessageStatusAsync(messageSid, cancellationToken);

        public Task<CallStatusReport?> GetCallStatusAsync(string callSid, CancellationToken cancellationToken = default) =>
            Real.GetCallStatusAsync(callSid, cancellationToken);

        public Task<TwilioHealthReport> CheckHealthAsync(CancellationToken cancellationToken = default) => Real.CheckHealthAsync(cancellationToken);
    }
}
