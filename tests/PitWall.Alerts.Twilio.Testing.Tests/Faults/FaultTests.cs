using System.Net;
using PitWall.Alerts.Twilio.Testing.Tests.Support;

namespace PitWall.Alerts.Twilio.Testing.Tests.Faults;

public class FaultTests
{
    private const string Driver = "+15125550123";

    public static TheoryData<string, int, int?, int> AnsweredFaults => new()
    {
        { "429", 429, 20429, 0 },
        { "429 with a date", 429, 20429, 0 },
        { "500", 500, 20500, 0 },
        { "500 after it took effect", 500, 20500, 1 },
        { "503", 503, 20503, 0 },
        { "503 after it took effect", 503, 20503, 1 },
        { "refusal 21610", 400, 21610, 0 },
        { "404 without a code", 404, null, 0 },
        { "HTML page", 200, null, 0 },
        { "HTML page after it took effect", 200, null, 1 },
        { "wrong content type", 201, null, 1 },
        { "empty body", 201, null, 1 },
        { "huge body", 200, null, 1 },
    };

    private static readonly SandboxFault[] All =
    [
        SandboxFault.TooManyRequests(),
        SandboxFault.TooManyRequestsUntil(DateTimeOffset.UnixEpoch),
        SandboxFault.InternalError(),
        SandboxFault.InternalError(takesEffect: true),
        SandboxFault.Unavailable(),
        SandboxFault.Unavailable(takesEffect: true),
        SandboxFault.Refusal(21610),
        SandboxFault.NotFoundWithoutCode(),
        SandboxFault.Html(),
        SandboxFault.Html(takesEffect: true),
        SandboxFault.WrongContentType(),
        SandboxFault.EmptyBody(),
        SandboxFault.HugeBody(100_000),
    ];

    [Theory]
    [MemberData(nameof(AnsweredFaults))]
    public async Task Next_AnsweredFault_AnswersAndTakesEffectAsItSays(string name, int status, int? code, int messages)
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Faults.Next(Array.Find(All, fault => fault.Name == name)!);

        var answer = await stage.Http.SendSmsAsync(Driver, "Box");

        answer.Status.Should().Be(status);
        if (code is not null) answer.Code.Should().Be(code);
        stage.Sandbox.Messages.Should().HaveCount(messages);
        stage.Sandbox.Requests.Single().Should().Match<SandboxRequest>(request => request.Fault == name && request.StatusCode == status && request.Field("Body") == "Box");
        (await stage.Http.SendSmsAsync(Driver, "Box")).Status.Should().Be(201);
    }

    [Fact]
    public async Task Next_RetryAfterDate_IsSentAsADate()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Faults.Next(SandboxFault.TooManyRequestsUntil(new DateTimeOffset(2026, 7, 5, 13, 0, 0, TimeSpan.Zero)));

        (await stage.Http.SendSmsAsync(Driver, "Box")).Headers.RetryAfter!.Date.Should().Be(new DateTimeOffset(2026, 7, 5, 13, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Next_NotFoundWithoutCode_HasNeitherCodeNorMoreInfo()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Faults.Next(SandboxFault.NotFoundWithoutCode());

        var answer = await stage.Http.SendSmsAsync(Driver, "Box");

        answer.Json.EnumerateObject().Select(static property => property.Name).Should().Equal("status", "message");
    }

    [Fact]
    public async Task Next_CutBody_EndsTheConnectionInTheMiddle()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Faults.Next(SandboxFault.CutBody());
        using var request = Create(stage);

        using var response = await stage.Http.Raw.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var read = () => response.Content.ReadAsStringAsync();

        response.StatusCode.Should().Be(HttpStatusCode.Created);
        await read.Should().ThrowAsync<HttpRequestException>();
        stage.Sandbox.Messages.Should().ContainSingle();
    }

    [Fact]
    public async Task Next_SlowHeaders_SendsNothingUntilTheTimeIsOver()
    {
        var clock = new ManualTimeProvider();
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { TimeProvider = clock });
        stage.Sandbox.Faults.Next(SandboxFault.SlowHeaders(TimeSpan.FromSeconds(30)));

        var sending = stage.Http.SendSmsAsync(Driver, "Box");
        await clock.WaitForTimersAsync();
        sending.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromSeconds(30));

        (await sending).Status.Should().Be(201);
    }

    [Fact]
    public async Task Next_SlowBody_SendsHeadersAndHalfABodyFirst()
    {
        var clock = new ManualTimeProvider();
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { TimeProvider = clock });
        stage.Sandbox.Faults.Next(SandboxFault.SlowBody(TimeSpan.FromSeconds(30)));
        using var request = Create(stage);

        using var response = await stage.Http.Raw.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var reading = response.Content.ReadAsStringAsync();
        await clock.WaitForTimersAsync();
        reading.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromSeconds(30));

        (await reading).Should().EndWith("}");
    }

    [Fact]
    public async Task When_Predicate_PlaysOnlyOnWhatFits()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Faults.When(static request => request.Method == "GET", SandboxFault.Unavailable(), times: 2);

        var statuses = new List<int> { (await stage.Http.SendSmsAsync(Driver, "Box")).Status };
        for (var i = 0; i < 3; i++) statuses.Add((await stage.Http.GetAsync("/Messages")).Status);

        statuses.Should().Equal(201, 503, 503, 200);
    }

    [Fact]
    public async Task When_PredicateThatThrows_IsNamedInTheAnswer()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Faults.When(static request => request.Form.Single(static field => field.Key == "Top").Value == "1", SandboxFault.Unavailable());

        var answer = await stage.Http.SendSmsAsync(Driver, "Box");

        (answer.Status, answer.Code).Should().Be((500, 20500));
        answer["message"].Should().Contain("Faults.When").And.Contain(nameof(InvalidOperationException));
        stage.Sandbox.Requests.Single().StatusCode.Should().Be(500);
    }

    [Fact]
    public async Task Randomly_SameSeed_HitsTheSameRequests()
    {
        var first = await RunAsync(7);
        var second = await RunAsync(7);
        var other = await RunAsync(8);

        second.Should().Equal(first);
        other.Should().NotEqual(first);
        first.Count(static status => status == 503).Should().BeInRange(10, 50);

        static async Task<List<int>> RunAsync(int seed)
        {
            await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { Seed = seed });
            stage.Sandbox.Faults.Randomly(0.3, SandboxFault.Unavailable());
            var statuses = new List<int>();
            for (var i = 0; i < 100; i++) statuses.Add((await stage.Http.SendSmsAsync(Driver, "Box")).Status);
            return statuses;
        }
    }

    [Fact]
    public async Task Clear_PendingFaults_AreForgotten()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Faults.Next(SandboxFault.Unavailable(), 5).Randomly(1, SandboxFault.Html());

        stage.Sandbox.Faults.Clear();

        (await stage.Http.SendSmsAsync(Driver, "Box")).Status.Should().Be(201);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public async Task Randomly_NoRate_IsRefused(double rate)
    {
        await using var sandbox = await TwilioSandbox.StartAsync();

        sandbox.Faults.Invoking(faults => faults.Randomly(rate, SandboxFault.Html())).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static HttpRequestMessage Create(Stage stage) => new(HttpMethod.Post, stage.Http.Path("/Messages"))
    {
        Content = new FormUrlEncodedContent([new("To", Driver), new("From", stage.Sandbox.PhoneNumber), new("Body", "Box")]),
    };
}
