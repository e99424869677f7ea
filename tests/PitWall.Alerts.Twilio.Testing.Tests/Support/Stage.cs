namespace PitWall.Alerts.Twilio.Testing.Tests.Support;

/// <summary>A sandbox, a host with webhooks, and a client.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private Stage(TwilioSandbox sandbox, WebhookHost host)
    {
        Sandbox = sandbox;
        Host = host;
        Http = new TwilioHttp(sandbox);
    }

    public TwilioSandbox Sandbox { get; }

    public WebhookHost Host { get; }

    public TwilioHttp Http { get; }

    public static async Task<Stage> OpenAsync(TwilioSandboxOptions? options = null)
    {
        var sandbox = await TwilioSandbox.StartAsync(options);
        return new Stage(sandbox, await WebhookHost.StartAsync(sandbox.AuthToken));
    }

    /// <summary>Sends a text whose statuses are reported to the host, and waits for the reports.</summary>
    public async Task<TwilioAnswer> SendAsync(string to, string body = "Box", string callback = "/cb")
    {
        var answer = await Http.SendSmsAsync(to, body, ("StatusCallback", Host.Address + callback));
        await Sandbox.WaitForCallbacksAsync();
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Host.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
