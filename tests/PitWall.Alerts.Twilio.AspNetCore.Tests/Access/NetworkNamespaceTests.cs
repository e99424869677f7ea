namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

public class NetworkNamespaceTests
{
    [NetworkNamespaceFact]
    public async Task Send_FromAnotherMachine_IsRefusedHoweverItCallsItself()
    {
        using var network = NetworkNamespace.Create();
        await using var web = await TestWeb.StartAsync(new TestWebOptions { ListenOn = NetworkNamespace.Here });
        var body = $$"""{"to":"{{TestWeb.Phone}}","message":"m"}""";

        foreach (var headers in (string[])["", "X-Forwarded-For: 127.0.0.1\r\n", "Forwarded: for=127.0.0.1\r\n"])
        {
            foreach (var host in (string[])["localhost", "127.0.0.1", $"{NetworkNamespace.Here}"])
            {
                var status = await RawHttp.GetStatusAsync(
                    () => network.Connect(web.Address.Port),
                    $"POST /api/twilio/sms/send HTTP/1.1\r\nHost: {host}\r\n{headers}Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
                status.Should().Be(403);
            }
        }

        web.Sandbox.Requests.Should().BeEmpty();
        web.Log.Count(PitWallTwilioEndpointEventIds.NotOpen).Should().Be(1, "the log says it once in ten seconds");
    }
}
