using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>docs/endpoints.md has every route, field, answer and status of the endpoints, and no other.</summary>
public class EndpointsPageTests
{
    private const string Prefix = "/api/twilio";

    /// <summary>The framework's own.</summary>
    private static readonly int[] StatusesWithoutMetadata = [405];

    public static TheoryData<string> Posts => [.. EndpointsPage.Sections.Keys.Where(static title => title.StartsWith("POST ", StringComparison.Ordinal))];

    [Fact]
    public async Task Page_Routes_AreThoseThatAreMapped()
    {
        await using var web = await StartAsync();
        var routes = Routes(web);
        var rest = routes.Where(static route => route.Path.StartsWith(Prefix, StringComparison.Ordinal)).Select(static route => $"{route.Verbs} {route.Path[Prefix.Length..]}");
        var webhooks = routes.Where(static route => route.Path.StartsWith("/twilio", StringComparison.Ordinal)).Select(static route => $"{route.Verbs} {route.Path["/twilio".Length..]}");

        var rows = EndpointsPage.Rows(EndpointsPage.Chapter("Routes")).Select(static row => row[0]).ToList();

        rows.Should().BeEquivalentTo(rest.Concat(webhooks));
        EndpointsPage.Sections.Keys.Except([EndpointsPage.Batch]).Should().BeEquivalentTo(rest);
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task Page_FieldsOfARoute_AreThoseOfItsRequest(string title)
    {
        await using var web = await StartAsync();
        var request = Routes(web).Single(route => $"{route.Verbs} {route.Path}" == title.Replace(" ", " " + Prefix, StringComparison.Ordinal)).Request;

        ShouldHaveTheFieldsOf(request!, title);
    }

    [Fact]
    public async Task Page_FieldsOfAnItem_AreThoseOfTheItemsOfABatch()
    {
        await using var web = await StartAsync();
        var items = Routes(web).Where(static route => route.Request is not null)
            .SelectMany(static route => route.Request!.GetProperties())
            .Where(static property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            .Select(static property => property.PropertyType.GetGenericArguments()[0]);

        ShouldHaveTheFieldsOf(items.Should().ContainSingle().Which, EndpointsPage.Batch);
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task Page_RequestOfARoute_IsAnsweredWithWhatThePageShows(string title)
    {
        await using var web = await StartAsync();
        var blocks = EndpointsPage.Json(EndpointsPage.Sections[title]);

        var answer = await web.PostTextAsync(Prefix + title["POST ".Length..], blocks[0].GetRawText());

        answer.Status.Should().Be(200);
        ShouldLookAlike(answer.Json, blocks[1]);
    }

    [Fact]
    public async Task Page_AnswersToQuestions_AreThoseOfTheRoutes()
    {
        await using var web = await StartAsync();
        var strategy = await web.PostTextAsync($"{Prefix}/alerts/strategy", EndpointsPage.Json(EndpointsPage.Sections["POST /alerts/strategy"])[0].GetRawText());
        await web.Sandbox.WaitForCallbacksAsync();
        var entry = await web.GetAsync($"{Prefix}/alerts/{strategy["id"]}");
        var status = await web.GetAsync($"{Prefix}/messages/{strategy["sid"]}/status");
        await web.PostTextAsync($"{Prefix}/alerts/batch", EndpointsPage.Json(EndpointsPage.Sections["POST /alerts/batch"])[0].GetRawText());
        await web.Sandbox.WaitForCallbacksAsync();
        var list = await web.GetAsync($"{Prefix}/alerts?limit=1");

        ShouldLookAlike(entry.Json, EndpointsPage.Json(EndpointsPage.Sections["GET /alerts/{id}"])[0]);
        ShouldLookAlike(status.Json, EndpointsPage.Json(EndpointsPage.Sections["GET /messages/{message_sid}/status"])[0]);
        var shown = EndpointsPage.Json(EndpointsPage.Sections["GET /alerts"])[0];
        ShouldLookAlike(list.Json, shown);
        ShouldLookAlike(list.Json.GetProperty("alerts")[0], shown.GetProperty("alerts")[0]);
        ShouldLookAlike((await web.GetAsync($"{Prefix}/health")).Json, EndpointsPage.Json(EndpointsPage.Sections["GET /health"])[0]);
    }

    [Fact]
    public async Task Page_Members_AreThoseOfTheAnswers()
    {
        await using var web = await StartAsync();
        var answers = Routes(web).Single(static route => route.Path == Prefix + "/alerts/batch").Answers;

        foreach (var (heading, status) in new[] { ("What a request to send is answered with", 200), ("What each HTTP status means", 400) })
        {
            var members = Fields(answers[status]!).Select(static field => field.Name);

            EndpointsPage.Rows(EndpointsPage.Chapter(heading)).Select(static row => row[0]).Should().BeEquivalentTo(members);
        }
    }

    [Fact]
    public async Task Page_Statuses_AreThoseOfTheRoutes()
    {
        await using var web = await StartAsync();
        var statuses = Routes(web).SelectMany(static route => route.Answers.Keys).Distinct();

        var shown = EndpointsPage.Chapter("What each HTTP status means").Split('\n')
            .Where(static line => line.Length > 2 && char.IsDigit(line[2]))
            .Select(static line => int.Parse(line.AsSpan(2, 3), CultureInfo.InvariantCulture));

        shown.Should().Equal(statuses.Concat(StatusesWithoutMetadata).Order());
    }

    [Fact]
    public async Task Page_StatusOfARefusal_IsAmongTheAnswersOfItsRoute()
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Services = static services => services.AddSingleton<IStrategyAlertFormatter, BrokenFormatter>(),
        });
        web.Sandbox.Faults.When(static request => !request.IsCreate, SandboxFault.TooManyRequests());

        var throttled = await web.GetAsync($"{Prefix}/messages/SM{new string('0', 32)}/status");
        var broken = await web.PostAsync($"{Prefix}/alerts/strategy", new { to = TestWeb.Phone, alert_type = "fuel", alert_message = "Box" });

        (throttled.Status, broken.Status).Should().Be((429, 500));
        Routes(web).Single(static route => route.Path.EndsWith("/status", StringComparison.Ordinal) && route.Verbs == "GET").Answers.Keys.Should().Contain([422, 429]);
        Routes(web).Single(static route => route.Path.EndsWith("/alerts/strategy", StringComparison.Ordinal)).Answers.Keys.Should().Contain(500);
    }

    [Fact]
    public async Task Page_StatusesWithoutABody_AreNamed()
    {
        await using var web = await StartAsync();

        var form = await web.PostTextAsync($"{Prefix}/sms/send", "to=x", "application/x-www-form-urlencoded");
        var bare = await web.PostTextAsync($"{Prefix}/sms/send", "{}", string.Empty);

        (form.Status, form.ContentType, bare.Status, bare.ContentType).Should().Be((415, null, 415, "application/problem+json"));
        EndpointsPage.Chapter("What each HTTP status means").Should().Contain("unless it is 405, 415 for a declared type other than JSON");
    }

    [Fact]
    public void Page_Limits_AreTheDefaults()
    {
        var options = new PitWallTwilioEndpointOptions();

        EndpointsPage.Text.Should()
            .Contain(string.Create(CultureInfo.InvariantCulture, $"{options.MaxBodyBytes:N0} bytes (`MaxBodyBytes`)"))
            .And.Contain($"{options.SendsPerMinute} requests a minute, {options.SendBurst} at once")
            .And.Contain($"`MaxListed` ({options.MaxListed})")
            .And.Contain($"every {options.HealthLifetime.TotalSeconds} s (`HealthLifetime`)");
    }

    [Fact]
    public async Task Page_Refusals_AreWhatIsAnswered()
    {
        await using var web = await StartAsync();

        var unknown = await web.PostAsync($"{Prefix}/alerts/critical", new { to = TestWeb.Phone, alert_message = "Red flag", chanel = "voice" });
        var number = await web.PostAsync($"{Prefix}/sms/send", new { to = "12", message = "Box" });

        Compact(unknown.Json).Should().Be(Compact(EndpointsPage.Json(EndpointsPage.Sections["POST /alerts/critical"])[2]));
        Compact(number.Json).Should().Be(Compact(EndpointsPage.Json(EndpointsPage.Chapter("What each HTTP status means"))[0]));
    }

    [Theory]
    [InlineData("/alerts/sms", "duplicate")]
    [InlineData("/alerts/sms", "rate_limited")]
    [InlineData("/alerts/sms", "opted_out")]
    [InlineData("/sms/send", "opted_out")]
    public async Task Send_HeldBack_IsOkWithoutSuccess(string route, string reason)
    {
        await using var web = await StartAsync();
        if (reason == "opted_out")
            await web.Sandbox.Phone(TestWeb.Phone).TextAsync("STOP");

        await web.Sandbox.WaitForCallbacksAsync();
        Answer? answer = null;
        for (var i = 0; i < 6 && answer?["reason"] is null; i++)
        {
            var text = reason == "duplicate" ? "m" : $"m{i}";
            answer = await web.PostAsync(Prefix + route, new { to = TestWeb.Phone, message = text, alert_type = "fuel", alert_message = text });
        }

        answer!.Status.Should().Be(200);
        answer.Json.GetProperty("success").GetBoolean().Should().BeFalse();
        answer["reason"].Should().Be(reason);
        if (reason == "duplicate")
            ShouldLookAlike(answer.Json, EndpointsPage.Json(EndpointsPage.Sections["POST /alerts/sms"])[2]);
    }

    [Theory]
    [InlineData("/sms/send")]
    [InlineData("/whatsapp/send")]
    [InlineData("/voice/call")]
    [InlineData("/alerts/sms")]
    public async Task Send_NumberThatCannotBeRight_IsABadRequest(string route)
    {
        await using var web = await StartAsync();

        var answer = await web.PostAsync(Prefix + route, new { to = "12", message = "m", alert_type = "fuel", alert_message = "m" });

        answer.Status.Should().Be(400);
        answer.ErrorFields.Should().Equal("to");
    }

    private static void ShouldHaveTheFieldsOf(Type contract, string title)
    {
        var rows = EndpointsPage.Rows(EndpointsPage.Sections[title]).ToDictionary(static row => row[0]);
        var fields = Fields(contract).ToList();

        rows.Keys.Should().BeEquivalentTo(fields.Select(static field => field.Name));
        foreach (var (name, property) in fields)
        {
            var row = rows[name];
            row.Should().HaveCount(5, name);
            row[1].Split(' ')[0].Should().Be(TypeOf(property.PropertyType), name);
            (row[2] == "yes").Should().Be(property.GetCustomAttribute<RequiredAttribute>() is not null, name);
            if (property.GetCustomAttribute<DefaultValueAttribute>()?.Value is { } value)
                row[3].Should().Be($"`{value.ToString()!.ToLowerInvariant()}`", name);

            if (property.GetCustomAttribute<AllowedValuesAttribute>()?.Values is { } values)
                row[4].Should().StartWith(string.Join(", ", values.Where(static word => word is not null).Select(static word => $"`{word}`")), name);
        }
    }

    private static string TypeOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var text when text == typeof(string) => "string",
        var number when number == typeof(int) => "integer",
        var flag when flag == typeof(bool) => "boolean",
        var list when list.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => "array",
        _ => "object",
    };

    private static IEnumerable<(string Name, PropertyInfo Property)> Fields(Type contract) => contract.GetProperties()
        .Where(static property => property.IsDefined(typeof(JsonPropertyNameAttribute)))
        .Select(static property => (property.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name, property));

    private static void ShouldLookAlike(JsonElement actual, JsonElement shown) =>
        actual.EnumerateObject().Select(static member => member.Name).Should().BeEquivalentTo(shown.EnumerateObject().Select(static member => member.Name));

    private sealed class BrokenFormatter : IStrategyAlertFormatter
    {
        public FormattedAlert Format(StrategyAlert alert, AlertFormatContext context) => throw new InvalidOperationException();
    }

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json);

    private static List<(string Verbs, string Path, Type? Request, Dictionary<int, Type?> Answers)> Routes(TestWeb web) =>
    [
        .. web.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(static route => (
            string.Join(", ", route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods),
            "/" + route.RoutePattern.RawText!.TrimStart('/'),
            route.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType,
            route.Metadata.OfType<IProducesResponseTypeMetadata>().DistinctBy(static answer => answer.StatusCode)
                .ToDictionary(static answer => answer.StatusCode, static answer => answer.Type))),
    ];

    private static Task<TestWeb> StartAsync() => TestWeb.StartAsync(new TestWebOptions { Sandbox = new TwilioSandboxOptions { EnforcesWhatsAppWindow = false } });
}
