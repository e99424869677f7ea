using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>The bodies that the package's readme shows are posted as they stand there.</summary>
public partial class ReadmeTests
{
    private static readonly JsonSerializerOptions Strict = new() { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private static readonly IReadOnlyDictionary<string, string> Bodies =
        Row().Matches(File.ReadAllText(PathOfReadme())).ToDictionary(static row => row.Groups[1].Value, static row => row.Groups[2].Value);

    public static TheoryData<string> Routes => [.. Bodies.Keys];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Readme_BodyOfARoute_ReachesThePhone(string route)
    {
        await using var web = await StartAsync();

        var answer = await web.PostTextAsync(route, Bodies[route]);

        answer.Status.Should().Be(200);
        answer["success"].Should().Be("True");
        var phone = web.Sandbox.Phone(TestWeb.Phone);
        phone.Messages.Select(static message => message.Sid).Concat(phone.Calls.Select(static call => call.Sid)).Should().Equal(answer["sid"]);
    }

    [Fact]
    public async Task Readme_Bodies_AreThoseOfEveryRouteThatSendsAndOfItsFields()
    {
        await using var web = await StartAsync();
        var routes = web.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(static route => route.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is not null)
            .ToDictionary(static route => "/" + route.RoutePattern.RawText!.TrimStart('/'), static route => route.Metadata.GetMetadata<IAcceptsMetadata>()!.RequestType!);

        Bodies.Keys.Should().BeEquivalentTo(routes.Keys);
        foreach (var (route, body) in Bodies)
        {
            var read = () => JsonSerializer.Deserialize(body, routes[route], Strict);

            read.Should().NotThrow(route);
        }
    }

    private static Task<TestWeb> StartAsync() => TestWeb.StartAsync(new TestWebOptions { Sandbox = new TwilioSandboxOptions { EnforcesWhatsAppWindow = false } });

    private static string PathOfReadme() => Path.Combine(SampleProcess.Folder, "../../src/PitWall.Alerts.Twilio.AspNetCore/README.md");

    [GeneratedRegex(@"^\| `(/[^`]+)` \| `(\{.+\})` \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
