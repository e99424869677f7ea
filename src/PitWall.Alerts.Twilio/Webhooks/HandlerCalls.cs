using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>Calls the host's handlers, each on its own: an exception or a delay in one does not affect the others.</summary>
/// <param name="scopes">Handlers may be scoped, as whatever uses a database is.</param>
/// <param name="account">The account's name, under which its handlers are registered; empty for the default one.</param>
/// <param name="options">Says how long a handler may take.</param>
/// <param name="clock">The real time: Twilio waits.</param>
/// <param name="logger">Hears of failures.</param>
internal sealed class HandlerCalls(
    IServiceScopeFactory scopes, string account, Func<PitWallTwilioOptions> options, TimeProvider clock, ILogger logger)
{
    public async Task TellAsync<THandler>(Func<THandler, CancellationToken, Task> tell, CancellationToken cancellationToken)
        where THandler : class
    {
        var scope = scopes.CreateAsyncScope();
        IReadOnlyList<THandler>? handlers = null;
        try
        {
            handlers = Find<THandler>(scope.ServiceProvider);
            foreach (var handler in handlers ?? [])
                await TellAsync(handler, tell, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // Where there are none, nothing of the host's is in it.
            if (handlers is { Count: 0 })
                await scope.DisposeAsync().ConfigureAwait(false);
            else
                await DisposeAsync(scope, typeof(THandler).Name).ConfigureAwait(false);
        }
    }

    private async Task DisposeAsync(AsyncServiceScope scope, string name)
    {
        try
        {
            await Task.Run(async () => await scope.DisposeAsync().ConfigureAwait(false))
                .WaitAsync(options().Webhooks.HandlerTimeout, clock)
                .ConfigureAwait(false);
        }
#pragma warning disable CA1031 // What a handler throws as it is disposed of is no answer to Twilio either.
        catch (Exception e)
#pragma warning restore CA1031
        {
            AlertLog.HandlerFailed(logger, name, e);
        }
    }

    /// <returns><see langword="null"/> when they could not be made.</returns>
    private IReadOnlyList<THandler>? Find<THandler>(IServiceProvider provider)
        where THandler : class
    {
        try
        {
            return [.. account.Length == 0 ? provider.GetServices<THandler>() : provider.GetKeyedServices<THandler>(account)];
        }
#pragma warning disable CA1031 // A handler that cannot be made is a handler that fails.
        catch (Exception e)
#pragma warning restore CA1031
        {
            AlertLog.HandlerFailed(logger, typeof(THandler).Name, e);
            return null;
        }
    }

    private async Task TellAsync<THandler>(THandler handler, Func<THandler, CancellationToken, Task> tell, CancellationToken cancellationToken)
        where THandler : class
    {
        var longest = options().Webhooks.HandlerTimeout;
        using var limit = new CancellationTokenSource(longest, clock);
        using var link = cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), limit);
        var token = limit.Token;
        try
        {
            // On the pool: a handler that blocks its thread must not block this one. A call that is cancelled before it began never
            // begins, because it would report a status that is no longer the latest.
            await Task.Run(() => tell(handler, token), token).WaitAsync(longest, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
#pragma warning disable CA1031 // Whatever a host's handler throws must not become an answer to Twilio.
        catch (Exception e)
#pragma warning restore CA1031
        {
            AlertLog.HandlerFailed(logger, handler.GetType().Name, e);
        }
    }
}
