using PitWall.Alerts.Twilio.Testing.Tests.Support;

namespace PitWall.Alerts.Twilio.Testing.Tests.Voice;

public class CallTests
{
    private const string Driver = "+15125550123";
    private const string AskForOne = """<Response><Gather numDigits="1" action="{0}/ack?alert=42&amp;t=x"><Say>Red flag. Press 1.</Say></Gather><Say>No answer</Say></Response>""";

    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Call_AllEvents_AreReportedInOrderWithSequenceNumbers()
    {
        await using var stage = await Stage.OpenAsync();

        await PlaceAsync(stage, "<Response><Say>x</Say></Response>", [.. AllEvents, ("StatusCallback", stage.Host.Address + "/cb")]);
        await stage.Sandbox.WaitForCallbacksAsync();

        stage.Host.Statuses.Should().Equal("initiated", "ringing", "in-progress", "completed");
        stage.Host.Received.Select(static webhook => webhook["SequenceNumber"]).Should().Equal("0", "1", "2", "3");
        stage.Host.Received[^1]["CallDuration"].Should().Be("1");
        stage.Host.Received[^1]["Duration"].Should().Be("1");
        stage.Host.Received.Should().OnlyContain(static webhook => webhook.Verdict == TwilioSignatureVerdict.Valid && webhook["CallbackSource"] == "call-progress-events");
    }

    [Theory]
    [InlineData("busy", "busy")]
    [InlineData("unanswered", "no-answer")]
    [InlineData("unreachable", "failed")]
    public async Task Call_PhoneDoesNotTakeIt_EndsWithTheStatus(string habit, string status)
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Answering = habit switch { "busy" => PhoneAnswering.Busy, "unanswered" => PhoneAnswering.Unanswered, _ => PhoneAnswering.Unreachable };

        var answer = await PlaceAsync(stage, "<Response><Say>x</Say></Response>", ("StatusCallback", stage.Host.Address + "/cb"));
        await stage.Sandbox.WaitForCallbacksAsync();

        stage.Host.Statuses.Should().Equal(status);
        var resource = await stage.Http.GetAsync("/Calls/" + answer["sid"]);
        resource["status"].Should().Be(status);
        resource["duration"].Should().BeNull();
        resource["start_time"].Should().BeNull();
        stage.Sandbox.Calls.Single().Transcript.Should().BeEmpty();
    }

    [Fact]
    public async Task Call_Gather_TellsTheActionTheKeyAndGoesOnThere()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Host.Answer = static (_, context) => WriteTwimlAsync(context, "<Response><Say>Acknowledged</Say></Response>");
        await PlaceAsync(stage, AskForOne.Replace("{0}", stage.Host.Address, StringComparison.Ordinal));

        var call = await stage.Sandbox.Phone(Driver).ExpectCallAsync("red flag");
        await call.PressAsync("1");

        var ack = stage.Host.Received.Should().ContainSingle().Subject;
        ack["Digits"].Should().Be("1");
        ack["CallSid"].Should().Be(call.Sid);
        ack["CallStatus"].Should().Be("in-progress");
        ack.Url.Should().EndWith("/ack?alert=42&t=x");
        ack.Verdict.Should().Be(TwilioSignatureVerdict.Valid);
        (await call.WaitForEndAsync()).Should().Be(SandboxCallStatus.Completed);
        call.Transcript.Should().Equal("Red flag. Press 1.", "Acknowledged");
        call.PressedKeys.Should().Be("1");
        call.Hangup.Should().Be(SandboxHangup.EndOfInstructions);
    }

    [Fact]
    public async Task Call_GatherTimesOutOnTheClock_GoesOnWithTheNextVerb()
    {
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { TimeProvider = _clock });
        await PlaceAsync(stage, AskForOne.Replace("{0}", stage.Host.Address, StringComparison.Ordinal));
        var call = stage.Sandbox.Calls.Single();
        call.Status.Should().Be(SandboxCallStatus.InProgress);

        _clock.Advance(TimeSpan.FromSeconds(5));

        (await call.WaitForEndAsync()).Should().Be(SandboxCallStatus.Completed);
        call.Transcript.Should().Equal("Red flag. Press 1.", "No answer");
        call.Duration.Should().Be(TimeSpan.FromSeconds(5));
        stage.Host.Received.Should().BeEmpty();
    }

    [Theory]
    [InlineData("finishOnKey=\"#\"", "123#", "123", "#")]
    [InlineData("finishOnKey=\"*\"", "1#2*", "1#2", "*")]
    [InlineData("numDigits=\"3\"", "1234", "123", null)]
    public async Task Call_GatherOfSeveralKeys_EndsAtItsCountOrFinishKey(string attributes, string pressed, string digits, string? finishedOn)
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Answering = PhoneAnswering.Pressing(pressed);

        await PlaceAsync(stage, $"<Response><Gather {attributes} action=\"{stage.Host.Address}/ack\"/></Response>");
        await stage.Sandbox.Calls.Single().WaitForEndAsync();

        stage.Host.Received.Single()["Digits"].Should().Be(digits);
        stage.Host.Received.Single()["FinishedOnKey"].Should().Be(finishedOn);
    }

    [Fact]
    public async Task Call_KeysWithoutFinishKey_CountWhenTheTimeIsOver()
    {
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { TimeProvider = _clock });
        await PlaceAsync(stage, $"<Response><Gather timeout=\"3\" action=\"{stage.Host.Address}/ack\"/></Response>");
        var call = stage.Sandbox.Calls.Single();

        await call.PressAsync("42");
        _clock.Advance(TimeSpan.FromSeconds(3));
        await call.WaitForEndAsync();

        stage.Host.Received.Single()["Digits"].Should().Be("42");
    }

    [Theory]
    [InlineData("false", 0)]
    [InlineData("true", 1)]
    public async Task Call_NothingPressed_IsReportedOnlyIfAskedFor(string actionOnEmptyResult, int requests)
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Answering = PhoneAnswering.Listening;

        await PlaceAsync(stage, $"<Response><Gather actionOnEmptyResult=\"{actionOnEmptyResult}\" action=\"{stage.Host.Address}/ack\"/></Response>");
        await stage.Sandbox.Calls.Single().WaitForEndAsync();

        stage.Host.Received.Should().HaveCount(requests);
    }

    [Fact]
    public async Task Call_GatherOfSpeech_ReportsTheWords()
    {
        await using var stage = await Stage.OpenAsync();
        await PlaceAsync(stage, $"<Response><Gather input=\"speech\" action=\"{stage.Host.Address}/ack\"/></Response>");
        var call = stage.Sandbox.Calls.Single();

        await call.SayAsync("box box");

        stage.Host.Received.Single()["SpeechResult"].Should().Be("box box");
    }

    [Fact]
    public async Task Call_InstructionsByUrl_AreFetchedSignedWithTheCallsFields()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Host.Answer = (webhook, context) => WriteTwimlAsync(
            context, webhook.Url.EndsWith("/next", StringComparison.Ordinal) ? "<Response><Say>second</Say><Hangup/></Response>" : "<Response><Say>first</Say><Redirect>next</Redirect></Response>");

        await PlaceByUrlAsync(stage, "/first");
        var call = stage.Sandbox.Calls.Single();
        await call.WaitForEndAsync();

        call.Transcript.Should().Equal("first", "second");
        call.Hangup.Should().Be(SandboxHangup.Instructed);
        stage.Host.Received.Should().HaveCount(2).And.OnlyContain(static webhook => webhook.Verdict == TwilioSignatureVerdict.Valid);
        stage.Host.Received[0]["To"].Should().Be(Driver);
        stage.Host.Received[0]["Direction"].Should().Be("outbound-api");
    }

    [Fact]
    public async Task Call_UrlFails_UsesTheFallback()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Host.Answer = (webhook, context) =>
        {
            if (webhook.Url.EndsWith("/fallback", StringComparison.Ordinal)) return WriteTwimlAsync(context, "<Response><Say>plan B</Say></Response>");

            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };

        await PlaceByUrlAsync(stage, "/first", ("FallbackUrl", stage.Host.Address + "/fallback"));
        var call = stage.Sandbox.Calls.Single();
        await call.WaitForEndAsync();

        call.Transcript.Should().Equal("plan B");
        call.Problems.Should().ContainSingle().Which.Code.Should().Be(11200);
    }

    [Theory]
    [InlineData("<Response><Say>x</Response>", 12100, SandboxHangup.BadInstructions)]
    [InlineData(" <?xml version=\"1.0\"?><Response/>", 12100, SandboxHangup.BadInstructions)]
    [InlineData("<Answer/>", 12100, SandboxHangup.BadInstructions)]
    [InlineData("<!DOCTYPE r [<!ENTITY e \"x\">]><Response><Say>&e;</Say></Response>", 12100, SandboxHangup.BadInstructions)]
    [InlineData("<Response><say>x</say></Response>", 12200, SandboxHangup.EndOfInstructions)]
    [InlineData("<Response><Say voise=\"man\">x</Say></Response>", 12200, SandboxHangup.EndOfInstructions)]
    [InlineData("<Response><Say> </Say></Response>", 13520, SandboxHangup.EndOfInstructions)]
    [InlineData("<Response><Gather numDigits=\"0\"/></Response>", 13314, SandboxHangup.EndOfInstructions)]
    [InlineData("<Response><Gather timeout=\"-1\"/></Response>", 13313, SandboxHangup.EndOfInstructions)]
    [InlineData("<Response><Gather finishOnKey=\"x\"/></Response>", 13310, SandboxHangup.EndOfInstructions)]
    [InlineData("<Response><Gather><Hangup/></Gather></Response>", 13320, SandboxHangup.EndOfInstructions)]
    [InlineData("<Response><Redirect>/relative</Redirect></Response>", 11100, SandboxHangup.EndOfInstructions)]
    public async Task Call_WrongInstructions_AreNamedWithTheirCode(string twiml, int code, SandboxHangup hangup)
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Answering = PhoneAnswering.Listening;

        await PlaceAsync(stage, twiml);
        var call = stage.Sandbox.Calls.Single();
        await call.WaitForEndAsync();

        call.Problems.Should().ContainSingle().Which.Code.Should().Be(code);
        call.Hangup.Should().Be(hangup);
    }

    [Theory]
    [InlineData("text/plain", 12300)]
    [InlineData("application/json", 12300)]
    public async Task Call_WrongContentType_IsRefused(string contentType, int code)
    {
        await using var stage = await Stage.OpenAsync();
        stage.Host.Answer = (_, context) => WriteTwimlAsync(context, "<Response/>", contentType);

        await PlaceByUrlAsync(stage, "/first");
        var call = stage.Sandbox.Calls.Single();
        await call.WaitForEndAsync();

        call.Problems.Should().ContainSingle().Which.Code.Should().Be(code);
    }

    [Fact]
    public async Task Call_SayWithLoop_IsHeardThatOften()
    {
        await using var stage = await Stage.OpenAsync();

        await PlaceAsync(stage, """<Response><Say loop="2" language="es-ES" voice="Polly.Lucia">Bandera roja ñ</Say><Play>https://example.com/a.mp3</Play></Response>""");

        stage.Sandbox.Calls.Single().Transcript.Should().Equal("Bandera roja ñ", "Bandera roja ñ", "[plays https://example.com/a.mp3]");
        stage.Sandbox.Calls.Single().Problems.Should().BeEmpty();
    }

    [Fact]
    public async Task Call_MachineDetection_TellsWhoAnswered()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Answering = PhoneAnswering.Machine;
        stage.Host.Answer = static (_, context) => WriteTwimlAsync(context, "<Response/>");

        var answer = await PlaceByUrlAsync(stage, "/first", ("MachineDetection", "Enable"));
        await stage.Sandbox.Calls.Single().WaitForEndAsync();

        stage.Host.Received.Single()["AnsweredBy"].Should().Be("machine_start");
        (await stage.Http.GetAsync("/Calls/" + answer["sid"]))["answered_by"].Should().Be("machine_start");
    }

    [Fact]
    public async Task Call_AsyncMachineDetection_ReportsByItself()
    {
        await using var stage = await Stage.OpenAsync();

        await PlaceAsync(
            stage, "<Response><Say>x</Say></Response>", ("MachineDetection", "Enable"), ("AsyncAmd", "true"), ("AsyncAmdStatusCallback", stage.Host.Address + "/amd"));
        await stage.Sandbox.WaitForCallbacksAsync();

        stage.Host.Received.Single()["AnsweredBy"].Should().Be("human");
    }

    [Fact]
    public async Task Call_PhoneRings_CanBeAnsweredOrRefused()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Answering = PhoneAnswering.Ringing;
        await PlaceAsync(stage, "<Response><Say>one</Say></Response>");
        await PlaceAsync(stage, "<Response><Say>two</Say></Response>");
        var calls = stage.Sandbox.Calls;
        calls.Should().OnlyContain(static call => call.Status == SandboxCallStatus.Ringing);

        await calls[0].AnswerAsync();
        await calls[1].RejectAsync();

        (await calls[0].WaitForEndAsync()).Should().Be(SandboxCallStatus.Completed);
        (await calls[1].WaitForEndAsync()).Should().Be(SandboxCallStatus.Busy);
        await calls[0].Awaiting(static call => call.AnswerAsync()).Should().ThrowAsync<SandboxExpectationException>();
    }

    [Fact]
    public async Task Call_NobodyAnswersInTime_IsNotAnswered()
    {
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { TimeProvider = _clock });
        stage.Sandbox.Phone(Driver).Answering = PhoneAnswering.Ringing;
        await PlaceAsync(stage, "<Response/>", ("Timeout", "20"));

        _clock.Advance(TimeSpan.FromSeconds(20));

        (await stage.Sandbox.Calls.Single().WaitForEndAsync()).Should().Be(SandboxCallStatus.NoAnswer);
    }

    [Fact]
    public async Task Call_PhoneHangsUp_EndsWithItsReason()
    {
        await using var stage = await Stage.OpenAsync();
        await PlaceAsync(stage, AskForOne.Replace("{0}", stage.Host.Address, StringComparison.Ordinal));
        var call = await stage.Sandbox.Phone(Driver).ExpectCallAsync();

        call.HangUp();

        (await call.WaitForEndAsync()).Should().Be(SandboxCallStatus.Completed);
        call.Hangup.Should().Be(SandboxHangup.Phone);
    }

    [Fact]
    public async Task Call_TimeLimit_EndsIt()
    {
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { TimeProvider = _clock, Pace = new SandboxPace { SpeaksInRealTime = true } });
        await PlaceAsync(stage, "<Response><Pause length=\"100\"/></Response>", ("TimeLimit", "30"));

        _clock.Advance(TimeSpan.FromSeconds(30));

        var call = stage.Sandbox.Calls.Single();
        (await call.WaitForEndAsync()).Should().Be(SandboxCallStatus.Completed);
        call.Hangup.Should().Be(SandboxHangup.TimeLimit);
        call.Duration.Should().Be(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Call_LongestTimeLimitThereIs_IsTaken()
    {
        await using var stage = await Stage.OpenAsync();

        await PlaceAsync(stage, "<Response><Say>Box</Say></Response>", ("TimeLimit", "2147483647"));

        var call = stage.Sandbox.Calls.Single();
        (await call.WaitForEndAsync()).Should().Be(SandboxCallStatus.Completed);
        call.Problems.Should().BeEmpty();
    }

    [Fact]
    public async Task Call_InstructionsThatLeadToThemselves_EndAndSayWhy()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Host.Answer = (_, context) => WriteTwimlAsync(context, $"<Response><Redirect>{stage.Host.Address}/again</Redirect></Response>");

        await PlaceByUrlAsync(stage, "/first");

        var call = stage.Sandbox.Calls.Single();
        (await call.WaitForEndAsync()).Should().Be(SandboxCallStatus.Completed);
        call.Hangup.Should().Be(SandboxHangup.BadInstructions);
        call.Problems.Should().ContainSingle().Which.Detail.Should().Contain("1000 times");
    }

    [Fact]
    public async Task Call_SpeaksInRealTime_TakesTheTimeOfItsWords()
    {
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { TimeProvider = _clock, Pace = new SandboxPace { SpeaksInRealTime = true } });
        await PlaceAsync(stage, $"<Response><Say>{new string('x', 150)}</Say><Pause length=\"5\"/></Response>");
        var call = stage.Sandbox.Calls.Single();

        _clock.Advance(TimeSpan.FromSeconds(10));
        call.Status.Should().Be(SandboxCallStatus.InProgress);
        await _clock.WaitForTimersAsync();
        _clock.Advance(TimeSpan.FromSeconds(5));
        await call.WaitForEndAsync();

        call.Duration.Should().Be(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Update_CancelRingingCall_ReportsCanceled()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Answering = PhoneAnswering.Ringing;
        var sid = (await PlaceAsync(stage, "<Response/>", ("StatusCallback", stage.Host.Address + "/cb")))["sid"];

        var answer = await stage.Http.PostAsync("/Calls/" + sid, ("Status", "canceled"));
        await stage.Sandbox.WaitForCallbacksAsync();

        answer["status"].Should().Be("canceled");
        stage.Host.Statuses.Should().Equal("canceled");
        (await stage.Http.PostAsync("/Calls/" + sid, ("Status", "completed"))).Code.Should().Be(21220);
    }

    [Fact]
    public async Task Update_CancelQueuedCall_ReportsNothing()
    {
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { TimeProvider = _clock, Pace = new SandboxPace { Dial = TimeSpan.FromSeconds(5) } });
        var sid = (await PlaceAsync(stage, "<Response/>", [.. AllEvents, ("StatusCallback", stage.Host.Address + "/cb")]))["sid"];

        await stage.Http.PostAsync("/Calls/" + sid, ("Status", "canceled"));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await stage.Sandbox.WaitForCallbacksAsync();

        stage.Host.Received.Should().BeEmpty();
        stage.Sandbox.Calls.Single().Status.Should().Be(SandboxCallStatus.Canceled);
    }

    [Fact]
    public async Task Update_NewTwiml_ReplacesTheInstructions()
    {
        await using var stage = await Stage.OpenAsync();
        var sid = (await PlaceAsync(stage, AskForOne.Replace("{0}", stage.Host.Address, StringComparison.Ordinal)))["sid"];

        var answer = await stage.Http.PostAsync("/Calls/" + sid, ("Twiml", "<Response><Say>New plan</Say></Response>"));
        var call = stage.Sandbox.Calls.Single();
        await call.WaitForEndAsync();

        answer.Status.Should().Be(200);
        call.Transcript.Should().Equal("Red flag. Press 1.", "New plan");
    }

    [Fact]
    public async Task Update_CompleteACallThatIsOn_HangsUp()
    {
        await using var stage = await Stage.OpenAsync();
        var sid = (await PlaceAsync(stage, AskForOne.Replace("{0}", stage.Host.Address, StringComparison.Ordinal)))["sid"];

        (await stage.Http.PostAsync("/Calls/" + sid, ("Status", "completed")))["status"].Should().Be("completed");

        stage.Sandbox.Calls.Single().Hangup.Should().Be(SandboxHangup.Api);
        (await stage.Http.DeleteAsync("/Calls/" + sid)).Status.Should().Be(204);
    }

    [Fact]
    public async Task Inbound_PhoneCalls_HostsInstructionsAreCarriedOut()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.IncomingCallUrl = new Uri(stage.Host.Address + "/voice");
        stage.Host.Answer = static (_, context) => WriteTwimlAsync(context, "<Response><Say>Pit wall</Say></Response>");

        var call = stage.Sandbox.Phone(Driver).Call();
        await call.WaitForEndAsync();

        call.Transcript.Should().Equal("Pit wall");
        var request = stage.Host.Received.Single();
        request["CallStatus"].Should().Be("ringing");
        request["Direction"].Should().Be("inbound");
        request["From"].Should().Be(Driver);
        request.Verdict.Should().Be(TwilioSignatureVerdict.Valid);
    }

    [Fact]
    public async Task Inbound_HostRejects_IsBusy()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.IncomingCallUrl = new Uri(stage.Host.Address + "/voice");
        stage.Host.Answer = static (_, context) => WriteTwimlAsync(context, "<Response><Reject reason=\"busy\"/></Response>");

        (await stage.Sandbox.Phone(Driver).Call().WaitForEndAsync()).Should().Be(SandboxCallStatus.Busy);
    }

    [Theory]
    [InlineData("From=+15125550100&Twiml=x", 21201)]
    [InlineData("To=+15125550123&Twiml=x", 21213)]
    [InlineData("To=+15125550123&From=+15125550100", 21205)]
    [InlineData("To=+15125550123&From=+15125550100&Url=nowhere", 21205)]
    [InlineData("To=123&From=+15125550100&Twiml=x", 21217)]
    [InlineData("To=+15125550123&From=123&Twiml=x", 21212)]
    [InlineData("To=+15125550123&From=+15125550199&Twiml=x", 21210)]
    [InlineData("To=+15125550123&From=+15125550100&Twiml=x&Timeout=601", 21208)]
    [InlineData("To=+15125550123&From=+15125550100&Twiml=x&SendDigits=abc", 21206)]
    [InlineData("To=+15125550123&From=+15125550100&Twiml=x&StatusCallback=x", 21609)]
    [InlineData("To=+15125550123&From=+15125550100&Twiml=x&StatusCallbackEvent=dialing", 21626)]
    [InlineData("To=+15005550002&From=+15125550100&Twiml=x", 21214)]
    public async Task Create_BadParameter_IsRefusedWithItsCode(string form, int code)
    {
        await using var stage = await Stage.OpenAsync();

        var answer = await stage.Http.PostAsync("/Calls", [.. form.Split('&').Select(static pair => pair.Split('=', 2)).Select(static pair => (pair[0], pair[1]))]);

        answer.Status.Should().Be(400);
        answer.Code.Should().Be(code);
        stage.Sandbox.Calls.Should().BeEmpty();
    }

    [Theory]
    [InlineData(4000, 201)]
    [InlineData(4001, 400)]
    public async Task Create_InlineTwiml_HasAtMost4000Characters(int length, int status)
    {
        await using var stage = await Stage.OpenAsync();
        const string Frame = "<Response><Say></Say></Response>";

        var answer = await PlaceAsync(stage, Frame.Insert(15, new string('x', length - Frame.Length)));

        answer.Status.Should().Be(status);
        if (status == 400) answer.Code.Should().Be(32018);
    }

    private static readonly (string, string)[] AllEvents =
        [("StatusCallbackEvent", "initiated"), ("StatusCallbackEvent", "ringing"), ("StatusCallbackEvent", "answered"), ("StatusCallbackEvent", "completed")];

    private static Task<TwilioAnswer> PlaceAsync(Stage stage, string twiml, params (string, string)[] more) =>
        stage.Http.PostAsync("/Calls", [("To", Driver), ("From", stage.Sandbox.PhoneNumber), ("Twiml", twiml), .. more]);

    private static Task<TwilioAnswer> PlaceByUrlAsync(Stage stage, string path, params (string, string)[] more) =>
        stage.Http.PostAsync("/Calls", [("To", Driver), ("From", stage.Sandbox.PhoneNumber), ("Url", stage.Host.Address + path), .. more]);

    private static Task WriteTwimlAsync(Microsoft.AspNetCore.Http.HttpContext context, string twiml, string contentType = "text/xml")
    {
        context.Response.ContentType = contentType;
        return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, twiml);
    }
}
