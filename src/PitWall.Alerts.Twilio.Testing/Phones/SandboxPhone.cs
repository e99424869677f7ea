using PitWall.Alerts.Twilio.Testing.Events;
using PitWall.Alerts.Twilio.Testing.Storage;
using PitWall.Alerts.Twilio.Testing.Voice;

namespace PitWall.Alerts.Twilio.Testing;

/// <summary>A virtual phone: what it got, and what a person would do with it. Safe for concurrent use.</summary>
public sealed class SandboxPhone
{
    /// <summary>How long the members that wait do so when no time is given: 10 seconds of real time, whatever the sandbox's clock shows.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    private readonly MessageStore _messages;
    private readonly CallStore _calls;
    private readonly SandboxEvents _events;

    internal SandboxPhone(string number, MessageStore messages, CallStore calls, SandboxEvents events)
    {
        Number = number;
        _messages = messages;
        _calls = calls;
        _events = events;
    }

    /// <summary>The phone's number, in E.164.</summary>
    public string Number { get; }

    /// <summary>The messages that have reached it, SMS and WhatsApp, oldest first.</summary>
    public IReadOnlyList<SandboxMessage> Messages =>
        [.. _messages.OfPhone(Number).Where(static message => message is { HasReachedPhone: true, Direction: not SandboxDirection.Inbound })];

    /// <summary>The calls to it and from it, oldest first.</summary>
    public IReadOnlyList<SandboxCall> Calls => [.. _calls.All().Where(call => call.PhoneNumber == Number)];

    /// <summary>Waits for a message that fits; one that has already arrived counts.</summary>
    /// <param name="predicate">Which message; null for any.</param>
    /// <param name="timeout">How long, in real time; null for <see cref="DefaultTimeout"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The first message that fits.</returns>
    /// <exception cref="TimeoutException">Thrown when none arrived in time; the text tells what did.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> is cancelled first.</exception>
    public async Task<SandboxMessage> WaitForMessageAsync(
        Func<SandboxMessage, bool>? predicate = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await _events.WaitForAsync(
                () => Messages.FirstOrDefault(message => predicate?.Invoke(message) ?? true), timeout ?? DefaultTimeout, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            var got = Messages.Select(static message => "\n- " + message.Body).ToList();
            throw new TimeoutException($"No fitting message reached {Number} in time. It got {(got.Count == 0 ? "nothing." : string.Concat(got))}");
        }
    }
}
