using PitWall.Alerts.Twilio.Testing.Tests.Support;

namespace PitWall.Alerts.Twilio.Testing.Tests.Rest;

public class ListTests
{
    private const string Driver = "+15125550123";
    private const string Engineer = "+15125550124";

    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 7, 5, 23, 59, 59, TimeSpan.Zero));

    [Fact]
    public async Task List_Always_ShowsTheNewestFirst()
    {
        await using var stage = await OpenAsync("1", "2", "3");

        Bodies(await stage.Http.GetAsync("/Messages")).Should().Equal("3", "2", "1");
    }

    [Fact]
    public async Task List_Paged_IsFollowedToTheEndThoughMessagesArrive()
    {
        await using var stage = await OpenAsync("1", "2", "3", "4", "5");
        var bodies = new List<string>();
        var starts = new List<int>();
        var path = stage.Http.Path("/Messages") + "?PageSize=2&To=%2B15125550123";

        while (path is not null)
        {
            var page = await stage.Http.SendAsync(HttpMethod.Get, path);
            bodies.AddRange(Bodies(page));
            starts.Add(page.Json.GetProperty("start").GetInt32());
            path = page["next_page_uri"];
            if (bodies.Count == 2)
            {
                path.Should().StartWith("/2010-04-01/").And.Contain("PageToken=").And.Contain("To=%2B15125550123");
                await stage.SendAsync(Driver, "new");
            }
        }

        bodies.Should().Equal("5", "4", "3", "2", "1");
        starts.Should().Equal(0, 2, 4);
    }

    [Fact]
    public async Task List_ByPageNumber_SkipsWhatIsBefore()
    {
        await using var stage = await OpenAsync("1", "2", "3");

        var page = await stage.Http.GetAsync("/Messages", "?PageSize=2&Page=1");

        Bodies(page).Should().Equal("1");
        page["next_page_uri"].Should().BeNull();
        page["previous_page_uri"].Should().Contain("Page=0");
        page.Json.GetProperty("page").GetInt32().Should().Be(1);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    [InlineData("many")]
    public async Task List_BadPageSize_IsRefused(string size)
    {
        await using var stage = await OpenAsync();

        (await stage.Http.GetAsync("/Messages", "?PageSize=" + size)).Code.Should().Be(20007);
    }

    [Theory]
    [InlineData("?To=%2B15125550124", "other")]
    [InlineData("?From=%2B15125550123", "Copy")]
    [InlineData("?DateSent=2026-07-05", "sunday")]
    [InlineData("?DateSent%3E=2026-07-06", "Copy,other,monday")]
    [InlineData("?DateSent>=2026-07-06T00:00:00Z", "Copy,other,monday")]
    [InlineData("?DateSent%3C=2026-07-05", "sunday")]
    [InlineData("?DateSent%3C=2026-07-06", "Copy,other,monday,sunday")]
    [InlineData("?DateSent%3C=2026-07-05T23:59:58Z", "")]
    [InlineData("?DateSent%3C=2026-07-05%2023:59:59Z", "sunday")]
    [InlineData("?DateSent%3E=2026-07-06&DateSent%3C=9999-12-31", "Copy,other,monday")]
    [InlineData("?DateSent%3E=2026-07-06&DateSent%3C=9999-12-31T23:59:59.5Z", "Copy,other,monday")]
    [InlineData("?DateSent=9999-12-31", "")]
    [InlineData("?PageSize=1000&Page=2147483647", "")]
    [InlineData("?To=%2B15125550199", "")]
    [InlineData("?To=%2B15125550123&DateSent=2026-07-06", "monday")]
    public async Task List_Filtered_ShowsWhatFits(string query, string bodies)
    {
        await using var stage = await OpenAsync("sunday");
        _clock.Advance(TimeSpan.FromSeconds(2));
        await stage.SendAsync(Driver, "monday");
        await stage.SendAsync(Engineer, "other");
        await stage.Sandbox.Phone(Driver).TextAsync("Copy");

        string.Join(',', Bodies(await stage.Http.GetAsync("/Messages", query))).Should().Be(bodies);
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("12:00")]
    [InlineData("07/05/2026")]
    public async Task List_TimeThatIsNotIso8601_IsRefused(string time)
    {
        await using var stage = await OpenAsync();

        (await stage.Http.GetAsync("/Messages", "?DateSent%3E=" + time)).Code.Should().Be(20422);
        (await stage.Http.GetAsync("/Calls", "?StartTime=" + time)).Code.Should().Be(20422);
    }

    [Fact]
    public async Task List_NotSentYet_IsNotFoundByItsDate()
    {
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { TimeProvider = _clock, Pace = new SandboxPace { Send = TimeSpan.FromMinutes(1) } });
        await stage.Http.SendSmsAsync(Driver, "waiting");

        Bodies(await stage.Http.GetAsync("/Messages", "?DateSent%3E=2026-01-01")).Should().BeEmpty();
        Bodies(await stage.Http.GetAsync("/Messages", "?To=%2B15125550123")).Should().Equal("waiting");
    }

    [Fact]
    public async Task List_OfCalls_FiltersByStatusAndTime()
    {
        await using var stage = await OpenAsync();
        await PlaceAsync(stage);
        stage.Sandbox.Phone(Driver).Answering = PhoneAnswering.Busy;
        await PlaceAsync(stage);

        var busy = await stage.Http.GetAsync("/Calls", "?Status=busy");
        var started = await stage.Http.GetAsync("/Calls", "?StartTime%3E=2026-07-05");
        var all = await stage.Http.GetAsync("/Calls", "?To=%2B15125550123");

        Statuses(busy).Should().Equal("busy");
        Statuses(started).Should().Equal("completed");
        Statuses(all).Should().Equal("busy", "completed");
    }

    private static Task PlaceAsync(Stage stage) =>
        stage.Http.PostAsync("/Calls", ("To", Driver), ("From", stage.Sandbox.PhoneNumber), ("Twiml", "<Response><Say>x</Say></Response>"));

    private static IEnumerable<string> Bodies(TwilioAnswer answer) => answer.Json.GetProperty("messages").EnumerateArray().Select(static message => message.GetProperty("body").GetString()!);

    private static IEnumerable<string> Statuses(TwilioAnswer answer) => answer.Json.GetProperty("calls").EnumerateArray().Select(static call => call.GetProperty("status").GetString()!);

    private async Task<Stage> OpenAsync(params string[] bodies)
    {
        var stage = await Stage.OpenAsync(new TwilioSandboxOptions { TimeProvider = _clock });
        foreach (var body in bodies) await stage.SendAsync(Driver, body);
        return stage;
    }
}
