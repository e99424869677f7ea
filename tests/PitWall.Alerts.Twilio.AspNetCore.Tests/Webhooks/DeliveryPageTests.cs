using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>The classes that docs/delivery.md shows do what it says.</summary>
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
    public async Task Page_OnCall_CallsUntilSomebodyHasHeardIt()
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Services = static services => services.AddSingleton<OnCall>(),
            Twilio = AskForKeys,
        });
        string[] phones = ["+34600111231", "+34600111232", "+34600111233", "+34600111234"];
        web.Sandbox.Phone(phones[0]).Answering = PhoneAnswering.Busy;
        web.Sandbox.Phone(phones[1]).Answering = PhoneAnswering.Machine;
        web.Sandbox.Phone(phones[2]).Answering = PhoneAnswering.Pressing("1");

        var heard = await web.Get<OnCall>().CallUntilHeardAsync(new CriticalAlert("Red flag"), phones, CancellationToken.None);

        heard.Should().Be(phones[2]);
        phones.Select(phone => web.Sandbox.Phone(phone).Calls.Count).Should().Equal(1, 1, 1, 0);
    }

    [Fact]
    public async Task Page_OnCall_NobodyHasHeardIt()
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Services = static services => services.AddSingleton<OnCall>(),
            Twilio = AskForKeys,
        });
        web.Sandbox.Phone(TestWeb.Phone).Answering = PhoneAnswering.Unanswered;

        var heard = await web.Get<OnCall>().CallUntilHeardAsync(new CriticalAlert("Red flag"), [TestWeb.Phone], CancellationToken.None);

        heard.Should().BeNull();
    }

    [Theory]
    [InlineData("handlers")]
    [InlineData("on call")]
    public void Page_Classes_AreThese(string region)
    {
        var here = File.ReadAllText(PathOf("tests/PitWall.Alerts.Twilio.AspNetCore.Tests/Webhooks/DeliveryPageTests.cs"));
        var lines = here.ReplaceLineEndings("\n").Split($"#region {region}\n")[^1].Split("    #endregion")[0].Split('\n').Select(static line => line.Length > 4 ? line[4..] : line);

        File.ReadAllText(PathOf("docs/delivery.md")).ReplaceLineEndings("\n").Should().Contain("\n" + string.Join('\n', lines) + "```");
    }

    private static void AskForKeys(PitWallTwilioOptions options, Uri self)
    {
        options.Voice.ScriptAddress = new Uri(self, "/twilio/voice");
        options.Voice.AsksForKey = true;
        options.Delivery.Queue.CallsPerSecond = 0;
    }

    private static string PathOf(string file) => Path.Combine(SampleProcess.Folder, "../..", file);

    #region on call
    public sealed class OnCall(IPitWallAlerts alerts, IAlertLedger ledger)
    {
        /// <summary>Whose phone it was; null when nobody has heard it.</summary>
        public async Task<string?> CallUntilHeardAsync(CriticalAlert alert, IEnumerable<string> phones, CancellationToken cancellationToken)
        {
            foreach (var phone in phones)
            {
                var result = await alerts.SendCriticalAlertAsync(alert, new AlertRecipient(phone, AlertChannel.Voice), cancellationToken);
                var entry = await ledger.WaitForAsync(
                    result.AlertId!, AlertStep.Heard, TimeSpan.FromMinutes(1), cancellationToken: cancellationToken);
                if (entry?.Times.ContainsKey(AlertStep.Heard) == true)
                    return phone;
            }

            return null;
        }
    }
    #endregion

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
