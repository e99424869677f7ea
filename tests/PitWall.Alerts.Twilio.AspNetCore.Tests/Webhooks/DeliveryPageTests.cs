using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>The handlers that docs/delivery.md shows do what it says.</summary>
public class DeliveryPageTests
{
    [Fact]
    public async Task Page_Handlers_AreTold()
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Services = static services => services
                .AddSingleton<IDeliveryStatusHandler, DeliveryBoard>()
                .AddScoped<IInboundMessageHandler, Replies>(),
        });
        var phone = web.Sandbox.Phone(TestWeb.Phone);

        await phone.TextAsync("Copy");
        await phone.ExpectTextAsync("The pit wall has read this.");
        phone.Delivery = PhoneDelivery.Undelivered(30006);
        var result = await web.Get<IPitWallAlerts>().SendCriticalAlertAsync(new CriticalAlert("Red flag"), TestWeb.Phone);
        await web.Sandbox.WaitForCallbacksAsync();

        web.Log.Lines.Should().ContainSingle(line => line.Text == $"Alert {result.AlertId} did not arrive: error 30006");
    }

    [Fact]
    public void Page_Handlers_AreThese()
    {
        var here = File.ReadAllText(PathOf("tests/PitWall.Alerts.Twilio.AspNetCore.Tests/Webhooks/DeliveryPageTests.cs"));
        var lines = here.ReplaceLineEndings("\n").Split("#region handlers\n")[^1].Split("    #endregion")[0].Split('\n').Select(static line => line.Length > 4 ? line[4..] : line);

        File.ReadAllText(PathOf("docs/delivery.md")).ReplaceLineEndings("\n").Should().Contain("\n\n" + string.Join('\n', lines) + "```");
    }

    private static string PathOf(string file) => Path.Combine(SampleProcess.Folder, "../..", file);

    #region handlers
    public sealed class DeliveryBoard(ILogger<DeliveryBoard> logger) : IDeliveryStatusHandler
    {
        public Task OnMessageStatusAsync(MessageStatusUpdate update, CancellationToken cancellationToken)
        {
            if (update.Status is MessageStatus.Undelivered or MessageStatus.Failed)
                logger.LogWarning("Alert {AlertId} did not arrive: error {Code}", update.AlertId, update.ErrorCode);

            return Task.CompletedTask;
        }

        public Task OnCallStatusAsync(CallStatusUpdate update, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    public sealed class Replies(ITwilioAlertClient client) : IInboundMessageHandler
    {
        public async Task OnMessageAsync(InboundMessage message, CancellationToken cancellationToken)
        {
            // To STOP, START and HELP Twilio replies itself.
            if (message is { Channel: AlertChannel.Sms, Keyword: OptOutKeyword.None })
                await client.SendSmsAsync(new SmsMessage { To = message.From, Body = "The pit wall has read this." }, cancellationToken);
        }
    }
    #endregion
}
