using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>A mark that says who may send is worth something only where somebody looks at it.</summary>
public class PolicyMetadataTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_MarkThatNobodyLooksAt_StaysClosedToOthers(bool isPolicy)
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions { Map = app => app.MapPitWallTwilio().WithMetadata(Mark(isPolicy)) });

        var sent = await SendAsync(web);

        sent.Status.Should().Be(403);
        web.Sandbox.Messages.Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_MarkThatIsLookedAt_DecidesAlone(bool isAllowed)
    {
        await using var web = await TestWeb.StartAsync(new TestWebOptions
        {
            Services = services => services.AddAuthorization(),
            Map = app =>
            {
                app.UseAuthorization();
                app.MapPitWallTwilio().WithMetadata(new AuthorizationPolicyBuilder().RequireAssertion(_ => isAllowed).Build());
            },
        });

        var sent = await SendAsync(web);

        (sent.Status == 200).Should().Be(isAllowed);
    }

    private static Task<Answer> SendAsync(TestWeb web) => web.PostAsync(
        "/api/twilio/sms/send", new { to = TestWeb.Phone, message = "Box" }, ("Host", "pit.example"), ("X-Forwarded-For", "203.0.113.8"));

    private static object Mark(bool isPolicy) =>
        isPolicy ? new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build() : new RequirementAttribute();

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class RequirementAttribute : Attribute, IAuthorizationRequirementData, IAuthorizationRequirement
    {
        public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
    }
}
