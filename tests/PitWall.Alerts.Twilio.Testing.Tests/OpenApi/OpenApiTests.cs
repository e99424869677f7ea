using System.Text.Json;
using PitWall.Alerts.Twilio.Testing.Tests.Support;

namespace PitWall.Alerts.Twilio.Testing.Tests.OpenApi;

/// <summary>Every operation that Twilio publishes for the resources we serve, answered as published: status, fields, types, enumerations, patterns, dates.</summary>
public class OpenApiTests
{
    private const string Driver = "+15125550123";
    private const string Root = "/2010-04-01/Accounts/{AccountSid}";

    private static readonly OpenApiDocument Document = OpenApiDocument.Load();

    private static readonly Dictionary<string, Func<Stage, Task<TwilioAnswer>>> Scenarios = new()
    {
        ["GET /2010-04-01/Accounts/{Sid}.json"] = static stage => stage.Http.GetAsync(""),
        ["POST /2010-04-01/Accounts/{Sid}.json"] = static stage => stage.Http.PostAsync("", ("FriendlyName", "Team")),
        [$"GET {Root}/Balance.json"] = static stage => stage.Http.GetAsync("/Balance"),
        [$"POST {Root}/Messages.json"] = static stage => stage.SendAsync(Driver),
        [$"GET {Root}/Messages.json"] = static async stage =>
        {
            await SendEveryKindAsync(stage);
            return await stage.Http.GetAsync("/Messages", "?PageSize=20");
        },
        [$"GET {Root}/Messages/{{Sid}}.json"] = static async stage => await stage.Http.GetAsync("/Messages/" + (await stage.SendAsync(Driver))["sid"]),
        [$"POST {Root}/Messages/{{Sid}}.json"] = static async stage => await stage.Http.PostAsync("/Messages/" + (await stage.SendAsync(Driver))["sid"], ("Body", "")),
        [$"DELETE {Root}/Messages/{{Sid}}.json"] = static async stage => await stage.Http.DeleteAsync("/Messages/" + (await stage.SendAsync(Driver))["sid"]),
        [$"POST {Root}/Calls.json"] = PlaceAsync,
        [$"GET {Root}/Calls.json"] = static async stage =>
        {
            await PlaceEveryKindAsync(stage);
            return await stage.Http.GetAsync("/Calls", "?PageSize=3");
        },
        [$"GET {Root}/Calls/{{Sid}}.json"] = static async stage => await stage.Http.GetAsync("/Calls/" + (await PlaceAsync(stage))["sid"]),
        [$"POST {Root}/Calls/{{Sid}}.json"] = static async stage =>
        {
            stage.Sandbox.Phone(Driver).Answering = PhoneAnswering.Ringing;
            return await stage.Http.PostAsync("/Calls/" + (await PlaceAsync(stage))["sid"], ("Status", "canceled"));
        },
        [$"DELETE {Root}/Calls/{{Sid}}.json"] = static async stage => await stage.Http.DeleteAsync("/Calls/" + (await PlaceAsync(stage))["sid"]),
        [$"POST {Root}/IncomingPhoneNumbers.json"] = static stage => stage.Http.PostAsync("/IncomingPhoneNumbers", ("PhoneNumber", "+15125550177"), ("SmsUrl", "https://example.com/texts")),
        [$"GET {Root}/IncomingPhoneNumbers.json"] = static stage => stage.Http.GetAsync("/IncomingPhoneNumbers"),
        [$"GET {Root}/IncomingPhoneNumbers/{{Sid}}.json"] = static async stage => await stage.Http.GetAsync("/IncomingPhoneNumbers/" + await NumberSidAsync(stage)),
        [$"POST {Root}/IncomingPhoneNumbers/{{Sid}}.json"] = static async stage => await stage.Http.PostAsync("/IncomingPhoneNumbers/" + await NumberSidAsync(stage), ("VoiceUrl", "https://example.com/voice")),
        [$"DELETE {Root}/IncomingPhoneNumbers/{{Sid}}.json"] = static async stage => await stage.Http.DeleteAsync("/IncomingPhoneNumbers/" + await NumberSidAsync(stage)),
    };

    public static TheoryData<string> Operations => [.. Document.Operations];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_Served_AnswersAsPublished(string operation)
    {
        Scenarios.Should().ContainKey(operation, "every published operation is served");
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { EnforcesWhatsAppWindow = false });

        var answer = await Scenarios[operation](stage);

        Document.Check(operation, answer.Status, answer.Json).Should().BeEmpty();
    }

    [Fact]
    public void Check_WrongAnswer_IsNoticed()
    {
        var answer = JsonDocument.Parse("""{"account_sid":"AC1","balance":5,"cash":"1"}""").RootElement;

        Document.Check($"GET {Root}/Balance.json", 200, answer).Should().BeEquivalentTo(
            "$.account_sid is 'AC1', which does not match ^AC[0-9a-fA-F]{32}$", "$.balance is Number, not a string", "$.currency is missing", "$.cash is not published");
        Document.Check($"GET {Root}/Balance.json", 418, answer).Should().ContainSingle();
    }

    private static Task<TwilioAnswer> PlaceAsync(Stage stage) =>
        stage.Http.PostAsync("/Calls", ("To", Driver), ("From", stage.Sandbox.PhoneNumber), ("Twiml", "<Response><Say>x</Say></Response>"), ("MachineDetection", "Enable"));

    private static async Task PlaceEveryKindAsync(Stage stage)
    {
        foreach (var answering in (PhoneAnswering[])[PhoneAnswering.Attended, PhoneAnswering.Busy, PhoneAnswering.Unanswered, PhoneAnswering.Unreachable, PhoneAnswering.Ringing])
        {
            stage.Sandbox.Phone(Driver).Answering = answering;
            await PlaceAsync(stage);
        }
    }

    private static async Task SendEveryKindAsync(Stage stage)
    {
        foreach (var delivery in (PhoneDelivery[])[PhoneDelivery.Delivered, PhoneDelivery.Silent, PhoneDelivery.Undelivered(), PhoneDelivery.Failed(), new() { Reads = true }])
        {
            stage.Sandbox.Phone(Driver).Delivery = delivery;
            await stage.SendAsync(Driver);
            await stage.Http.PostAsync("/Messages", ("To", "whatsapp:" + Driver), ("MessagingServiceSid", stage.Sandbox.MessagingServiceSid), ("Body", "ñ"), ("MediaUrl", "https://example.com/a.jpg"));
        }

        await stage.Sandbox.Phone(Driver).TextAsync("Copy");
        var later = DateTimeOffset.UtcNow.AddHours(1).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        await stage.Http.PostAsync("/Messages", ("To", Driver), ("MessagingServiceSid", stage.Sandbox.MessagingServiceSid), ("Body", "x"), ("ScheduleType", "fixed"), ("SendAt", later));
    }

    private static async Task<string> NumberSidAsync(Stage stage) =>
        (await stage.Http.GetAsync("/IncomingPhoneNumbers")).Json.GetProperty("incoming_phone_numbers")[0].GetProperty("sid").GetString()!;
}
