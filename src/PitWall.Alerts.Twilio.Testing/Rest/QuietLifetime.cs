using Microsoft.Extensions.Hosting;

namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>A host lifetime that listens to no signal: the code that started the sandbox stops it.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
