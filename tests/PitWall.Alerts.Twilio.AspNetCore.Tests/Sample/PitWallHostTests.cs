using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

public class PitWallHostTests
{
    [CurlFact]
    public async Task TryIt_EveryRequestOfTheDocumentation_IsAnsweredWith200()
    {
        await using var host = await SampleProcess.StartAsync();
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(SampleProcess.Folder, "try-it.sh"));
        start.ArgumentList.Add($"http://127.0.0.1:{host.Address.Port}");

        using var script = Process.Start(start)!;
        var output = script.StandardOutput.ReadToEndAsync();
        var errors = script.StandardError.ReadToEndAsync();
        await script.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));

        var statuses = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line[..3]).ToList();
        script.ExitCode.Should().Be(0, "{0}{1}", await output, await errors);
        statuses.Should().HaveCount(8).And.OnlyContain(static status => status == "200");
        (await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(9).And.OnlyContain(static line => line.Contains("T /api/twilio/"))
            .And.Contain("""POST /api/twilio/sms/send { "to": "+1234567890", "message": "Test message" } """)
            .And.ContainSingle(static line => line.StartsWith("GET /api/twilio/messages/SM", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Log_AfterAnAlert_HasItAndNotEveryRequest()
    {
        await using var host = await SampleProcess.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        using var body = new StringContent("""{"to": "+1234567890", "alert_message": "Red flag"}""", Encoding.UTF8, "application/json");

        using var answer = await http.PostAsync(new Uri("/api/twilio/alerts/critical", UriKind.Relative), body);

        answer.IsSuccessStatusCode.Should().BeTrue();
        await host.WaitForOutputAsync("was accepted as");
        host.Output.Should().NotContain(static line => line.Contains("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OpenApi_EveryRoute_IsDescribedWithSummaryAnswersAndExample()
    {
        await using var host = await SampleProcess.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };

        using var document = JsonDocument.Parse(await http.GetStringAsync("/openapi/v1.json"));

        var paths = document.RootElement.GetProperty("paths").EnumerateObject().ToDictionary(static path => path.Name, static path => path.Value);
        paths.Keys.Should().BeEquivalentTo(
            "/api/twilio/sms/send", "/api/twilio/whatsapp/send", "/api/twilio/voice/call", "/api/twilio/alerts/sms", "/api/twilio/alerts/strategy",
            "/api/twilio/alerts/coaching", "/api/twilio/alerts/critical", "/api/twilio/alerts/batch", "/api/twilio/messages/{message_sid}/status",
            "/api/twilio/alerts/{id}", "/api/twilio/alerts", "/api/twilio/health");
        foreach (var operation in paths.Values.SelectMany(static path => path.EnumerateObject()).Select(static operation => operation.Value))
        {
            operation.GetProperty("summary").GetString().Should().NotBeNullOrEmpty();
            var ok = operation.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json");
            ok.TryGetProperty("example", out _).Should().BeTrue();
            if (operation.TryGetProperty("requestBody", out var body))
                body.GetProperty("content").GetProperty("application/json").TryGetProperty("example", out _).Should().BeTrue();
        }

        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        schemas.EnumerateObject().Where(IsClosed).Select(static schema => schema.Name).Should().BeEquivalentTo(
            "StrategyAlertRequest", "CoachingAlertRequest", "CriticalAlertRequest", "BatchAlertRequest", "BatchItemRequest");
        schemas.GetProperty("CriticalAlertRequest").GetProperty("properties").EnumerateObject().Select(static property => property.Name)
            .Should().BeEquivalentTo("to", "valid_for_seconds", "deduplication_key", "topic", "alert_message", "channel");
        var sms = schemas.GetProperty("SmsSendRequest");
        sms.GetProperty("properties").EnumerateObject().Select(static property => property.Name)
            .Should().Equal("to", "message", "from_number", "status_callback", "status_callback_method");
        sms.GetProperty("required").EnumerateArray().Select(static name => name.GetString()).Should().Equal("to", "message");
    }

    /// <summary>The framework describes members as its own reader would take them, which takes a number in quotes.</summary>
    [Fact]
    public async Task OpenApi_Numbers_AreNumbersAlone()
    {
        await using var host = await SampleProcess.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };

        using var document = JsonDocument.Parse(await http.GetStringAsync("/openapi/v1.json"));
        using var body = new StringContent(
            """{"to": "+34600111222", "alert_message": "Red flag", "valid_for_seconds": "90"}""", Encoding.UTF8, "application/json");
        using var quoted = await http.PostAsync(new Uri("/api/twilio/alerts/critical", UriKind.Relative), body);

        ((int)quoted.StatusCode).Should().Be(400);
        var members = document.RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .SelectMany(static schema => schema.Value.GetProperty("properties").EnumerateObject().Select(member => (Name: $"{schema.Name}.{member.Name}", Schema: member.Value.GetRawText())))
            .ToList();
        members.Should().Contain(static member => member.Schema.Contains("\"integer\"", StringComparison.Ordinal));
        members.Where(static member => member.Schema.Contains("\"string\"", StringComparison.Ordinal)
            && (member.Schema.Contains("\"integer\"", StringComparison.Ordinal) || member.Schema.Contains("\"number\"", StringComparison.Ordinal)))
            .Select(static member => member.Name).Should().BeEmpty();
    }

    [Fact]
    public async Task Root_OnTheSandbox_LeadsToThePhonesItNamedAtStart()
    {
        await using var host = await SampleProcess.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };

        using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));

        answer.RequestMessage!.RequestUri.Should().Be(host.Phones);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("<html");
    }

    [Fact]
    public async Task Live_WithoutARecipient_RefusesToStart()
    {
        using var process = SampleProcess.Start("--live");

        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));

        process.ExitCode.Should().Be(2);
        error.Should().Contain("--to NUMBER");
    }

    [Fact]
    public async Task Urls_Several_AreServedAndTheFirstIsReachedByTheSandbox()
    {
        await using var host = await SampleProcess.StartAsync($";http://localhost:{FreePort.Take()}");
        using var http = new HttpClient { BaseAddress = host.Address };
        using var body = new StringContent("""{"to": "+1234567890", "alert_message": "Box"}""", Encoding.UTF8, "application/json");

        using var answer = await http.PostAsync(new Uri("/api/twilio/alerts/critical", UriKind.Relative), body);

        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
        await host.WaitForOutputAsync("was accepted as");
    }

    [Theory]
    [InlineData("--urls", "nowhere")]
    [InlineData("--urls", ";")]
    [InlineData("--live", "--to", "+34600111222", "--PitWall:Twilio:AccountSid", "AC00000000000000000000000000000000")]
    public async Task Start_WithWhatCannotBe_EndsWithOneLineThatSaysWhy(params string[] arguments)
    {
        using var process = SampleProcess.Start(arguments);

        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));

        process.ExitCode.Should().Be(2);
        error.Should().StartWith("error: ").And.NotContain("   at ");
    }

    private static bool IsClosed(JsonProperty schema) =>
        schema.Value.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind == JsonValueKind.False;
}
