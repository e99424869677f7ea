using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Testing.Tests.Support;

namespace PitWall.Alerts.Twilio.Testing.Tests.Phones;

/// <summary>An expectation that fails tells all that the sandbox knows of it.</summary>
public class ExpectationTextTests
{
    private const string Driver = "+34600111222";
    private const string Engineer = "+34600111333";
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task ExpectText_TemplateWithOtherVariables_TellsWhyItDidNotArrive()
    {
        const string template = "HX0123456789abcdef0123456789abcdef";
        var options = new TwilioSandboxOptions();
        options.Templates.Add(new SandboxTemplate(template, "{{1}}: {{driver}}"));
        await using var sandbox = await TwilioSandbox.StartAsync(options);
        await using var services = new ServiceCollection()
            .AddPitWallTwilio(twilio =>
            {
                sandbox.Configure(twilio);
                twilio.Text.WhatsAppTemplates.Strategy = new WhatsAppTemplate { ContentSid = template };
            })
            .Services.BuildServiceProvider();
        var sent = await services.GetRequiredService<IPitWallAlerts>().SendStrategyAlertAsync(
            new StrategyAlert(StrategyAlertType.PitStop, "Box this lap"), new AlertRecipient(Driver, AlertChannel.WhatsApp));
        var lost = sandbox.Messages.Single();

        var act = () => sandbox.Phone(Driver).ExpectTextAsync("box", AtOnce);

        sent.Outcome.Should().Be(AlertOutcome.Accepted);
        (await act.Should().ThrowAsync<SandboxExpectationException>()).Which.Message.Should().Be(
            $"{Driver} expected a text containing \"box\", but none came in time. It got nothing."
            + "\n1 message to it has not arrived:"
            + $"\n- WhatsApp, undelivered (63028, Number of parameters provided does not match the expected number of parameters): {lost.Body}");
    }

    [Fact]
    public async Task ExpectText_SomeArrivedAndSomeDidNot_TellsBoth()
    {
        await using var stage = await Stage.OpenAsync();
        var phone = stage.Sandbox.Phone(Driver);
        await stage.SendAsync(Driver, "Fuel is fine");
        phone.Delivery = PhoneDelivery.Undelivered(30006);
        await stage.SendAsync(Driver, "Rain");
        phone.Delivery = PhoneDelivery.Failed(39999);
        await stage.SendAsync(Driver, "Box");
        stage.Sandbox.Phone(Engineer).Delivery = PhoneDelivery.Undelivered();
        await stage.SendAsync(Engineer, "Another phone");
        await phone.TextAsync("Where are you?");

        var expected = () => phone.ExpectTextAsync("Box", AtOnce);
        var waited = () => phone.WaitForMessageAsync(static message => message.Body == "Box", AtOnce);

        const string known = "It got:\n- unexpected text: Fuel is fine"
            + "\n2 messages to it have not arrived:"
            + "\n- text, undelivered (30006, Landline or unreachable carrier): Rain"
            + "\n- text, failed (39999): Box";
        (await expected.Should().ThrowAsync<SandboxExpectationException>()).Which.Message.Should().EndWith(known);
        (await waited.Should().ThrowAsync<TimeoutException>()).Which.Message.Should().EndWith(known);
    }

    [Fact]
    public async Task ExpectText_StillQueued_TellsThatItIs()
    {
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { TimeProvider = new ManualTimeProvider(), QueuesMessages = true });
        var phone = stage.Sandbox.Phone("+15125550123");
        foreach (var text in (string[])["Lap 1", "Lap 2"]) await stage.Http.SendSmsAsync(phone.Number, text);
        await phone.ExpectTextAsync("Lap 1");

        var act = () => phone.ExpectTextAsync("Lap 2", AtOnce);

        (await act.Should().ThrowAsync<SandboxExpectationException>()).Which.Message.Should().EndWith(
            "It got:\n- text: Lap 1\n1 message to it has not arrived:\n- text, queued: Lap 2");
    }

    [Fact]
    public async Task ExpectNothingElse_OneMessageDidNotArrive_TellsOnlyWhatIsTooMuch()
    {
        await using var stage = await Stage.OpenAsync();
        var phone = stage.Sandbox.Phone(Driver);
        await stage.SendAsync(Driver, "Surprise");
        phone.Delivery = PhoneDelivery.Undelivered();
        await stage.SendAsync(Driver, "Lost");

        var act = phone.ExpectNothingElse;

        act.Should().Throw<SandboxExpectationException>().Which.Message.Should().Be(
            $"{Driver} expected nothing else. It got:\n- unexpected text: Surprise");
    }

    [Fact]
    public async Task ExpectCall_InstructionsCannotBeFetched_TellsTheProblem()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Host.Answer = static (_, context) =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        };
        await CallAsync(stage, ("Url", stage.Host.Address + "/voice"));
        await stage.Sandbox.Calls.Single().WaitForEndAsync();
        var phone = stage.Sandbox.Phone(Driver);

        var silent = () => phone.ExpectCallAsync("red flag");
        var nothingElse = phone.ExpectNothingElse;

        nothingElse.Should().Throw<SandboxExpectationException>().Which.Message.Should().EndWith(
            "It got:\n- unexpected call, completed\n  problem 11200: " + Problem());
        (await silent.Should().ThrowAsync<SandboxExpectationException>()).Which.Message.Should().Be(
            $"{Driver} expected a call that says \"red flag\", but the call, which is completed, did not. It said nothing."
            + "\nIts problems:\n- 11200: " + Problem());

        string Problem() => stage.Sandbox.Calls.Single().Problems.Single().Detail;
    }

    [Fact]
    public async Task Press_TheCallSaidSomethingAndFailed_TellsBoth()
    {
        await using var stage = await Stage.OpenAsync();
        await CallAsync(stage, ("Twiml", "<Response><Say>Green</Say><Redirect>/more</Redirect></Response>"));
        var call = await stage.Sandbox.Phone(Driver).ExpectCallAsync("green");

        var act = () => call.PressAsync("1");

        (await act.Should().ThrowAsync<SandboxExpectationException>()).Which.Message.Should().EndWith(
            "It said:\n- Green\nIts problems:\n- 11100: " + call.Problems.Single().Detail);
    }

    [Fact]
    public async Task ExpectCall_TheSandboxItselfComplains_TellsItWithoutACode()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Host.Answer = (_, context) =>
        {
            context.Response.ContentType = "text/xml";
            return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, "<Response><Redirect>/again</Redirect></Response>");
        };
        await CallAsync(stage, ("Url", stage.Host.Address + "/again"));

        var act = () => stage.Sandbox.Phone(Driver).ExpectCallAsync("red flag");

        (await act.Should().ThrowAsync<SandboxExpectationException>()).Which.Message.Should().EndWith(
            "It said nothing.\nIts problems:\n- The instructions led to others 1000 times; the sandbox follows no further.");
    }

    private static Task<TwilioAnswer> CallAsync(Stage stage, (string Name, string Value) instructions) =>
        stage.Http.PostAsync("/Calls", ("To", Driver), ("From", stage.Sandbox.PhoneNumber), instructions);
}
