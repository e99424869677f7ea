using System.Globalization;
using PitWall.Alerts.Twilio.Testing.Phones;

namespace PitWall.Alerts.Twilio.Testing;

/// <summary>
/// A virtual phone: what it received, and what a person does with it. The members that begin with <c>Expect</c> state in order what must
/// happen: each text and call can be expected once, and <see cref="ExpectNothingElse"/> finds those that were not expected. Safe for
/// concurrent use.
/// </summary>
public sealed class SandboxPhone
{
    /// <summary>The default time-out of the members that wait: 10 seconds of real time, whatever the sandbox's clock shows.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    private readonly PhoneServices _services;
    private readonly PhoneStory _story;

    internal SandboxPhone(string number, PhoneServices services)
    {
        Number = number;
        _services = services;
        _story = new PhoneStory(this, services.Events);
    }

    /// <summary>The phone's number, in E.164.</summary>
    public string Number { get; }

    /// <summary>What happens to texts to this phone. Default <see cref="PhoneDelivery.Delivered"/>.</summary>
    public PhoneDelivery Delivery
    {
        get => _services.Habits.Delivery(Number);
        set => _services.Habits.Set(Number, value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>What happens to calls to this phone. Default <see cref="PhoneAnswering.Attended"/>.</summary>
    public PhoneAnswering Answering
    {
        get => _services.Habits.Answering(Number);
        set => _services.Habits.Set(Number, value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>The messages that have reached the phone, SMS and WhatsApp, in order of arrival.</summary>
    public IReadOnlyList<SandboxMessage> Messages =>
    [
        .. _services.Messages.OfPhone(Number)
            .Where(static message => message is { HasReachedPhone: true, Direction: not SandboxDirection.Inbound })
            .OrderBy(static message => message.ReachedPhoneAt),
    ];

    /// <summary>The calls to and from the phone, oldest first.</summary>
    public IReadOnlyList<SandboxCall> Calls => [.. _services.Calls.All().Where(call => call.PhoneNumber == Number)];

    /// <summary>What was sent to the phone and is not there, lost or still on its way, oldest first.</summary>
    internal IReadOnlyList<SandboxMessage> Missed =>
    [
        .. _services.Messages.OfPhone(Number)
            .Where(static message => message is { HasReachedPhone: false, Direction: not SandboxDirection.Inbound }),
    ];

    /// <summary>
    /// Waits for a message that matches. A message that has already arrived counts, and messages that do not match are ignored.
    /// </summary>
    /// <param name="predicate">Selects the message; null for any.</param>
    /// <param name="timeout">How long to wait, in real time; null for <see cref="DefaultTimeout"/>.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The first message that matches.</returns>
    /// <exception cref="TimeoutException">Thrown when none arrived in time; the message lists what did.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> is cancelled first.</exception>
    public async Task<SandboxMessage> WaitForMessageAsync(
        Func<SandboxMessage, bool>? predicate = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await _services.Events.WaitForAsync(
                () => Messages.FirstOrDefault(message => predicate?.Invoke(message) ?? true),
                timeout ?? DefaultTimeout,
                cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"No fitting message reached {Number} in time. {_story.GotAndMissed()}", e);
        }
    }

    /// <summary>Waits for the next text that has not been expected yet, and expects it to contain something.</summary>
    /// <param name="containing">What the text contains, ignoring case; null for any text.</param>
    /// <param name="timeout">How long to wait, in real time; null for <see cref="DefaultTimeout"/>.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The text.</returns>
    /// <exception cref="SandboxExpectationException">Thrown when the next text does not match, or none comes; the message lists
    /// what the phone did get.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> is cancelled first.</exception>
    public Task<SandboxMessage> ExpectTextAsync(string? containing = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _story.ExpectTextAsync(containing, timeout ?? DefaultTimeout, cancellationToken);

    /// <summary>Expects several texts in any order; each must be the next one that has not been expected yet.</summary>
    /// <param name="containing">What each of them contains, ignoring case.</param>
    /// <param name="timeout">How long to wait for each, in real time; null for <see cref="DefaultTimeout"/>.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The texts in order of arrival.</returns>
    /// <exception cref="SandboxExpectationException">Thrown when a text arrives that matches none of them, or too few come.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> is cancelled first.</exception>
    public Task<IReadOnlyList<SandboxMessage>> ExpectTextsInAnyOrderAsync(
        IReadOnlyCollection<string> containing, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _story.ExpectTextsAsync(containing, timeout ?? DefaultTimeout, cancellationToken);

    /// <summary>Waits for the next call that has not been expected yet, and expects it to say something.</summary>
    /// <param name="containing">What the call says, ignoring case; null for any call.</param>
    /// <param name="timeout">
    /// How long to wait for the call, and then for what it says, each in real time; null for <see cref="DefaultTimeout"/>.
    /// </param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The call, on which keys can be pressed.</returns>
    /// <exception cref="SandboxExpectationException">Thrown when no call comes in time, or it ends without saying that, or has not said it in
    /// time; the message lists what the phone did get, or what the call said.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> is cancelled first.</exception>
    public Task<SandboxCall> ExpectCallAsync(string? containing = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _story.ExpectCallAsync(containing, timeout ?? DefaultTimeout, cancellationToken);

    /// <summary>
    /// Expects that no text and no call is left that has not been expected. Twilio's own replies to STOP, START and HELP do not count.
    /// </summary>
    /// <exception cref="SandboxExpectationException">Thrown when there is one; the message names it.</exception>
    public void ExpectNothingElse() => _story.ExpectNothingElse();

    /// <summary>
    /// Replies to the text that was expected last, or otherwise to the last that arrived, on the same channel, and waits until the host
    /// has answered its webhook.
    /// </summary>
    /// <param name="body">The text to send.</param>
    /// <param name="cancellationToken">Cancels the wait; the text stays sent.</param>
    /// <returns>The text that was sent.</returns>
    /// <exception cref="SandboxExpectationException">Thrown when the phone has no text to reply to.</exception>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="body"/> is null.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> is cancelled first.</exception>
    public Task<SandboxMessage> ReplyAsync(string body, CancellationToken cancellationToken = default)
    {
        var last = _story.LastTold
            ?? (Messages is [.., var latest] ? latest : throw new SandboxExpectationException($"The phone {Number} has no text to answer."));
        return SendAsync(PhoneAddress.Number(last.From!), body, last.Channel, []).WaitAsync(cancellationToken);
    }

    /// <summary>Sends a text to the account, and waits until the host has answered its webhook, if it has one.</summary>
    /// <param name="body">The text to send.</param>
    /// <param name="to">The number to send to, in E.164; null for the account's own on that channel.</param>
    /// <param name="channel">SMS, the default, or WhatsApp.</param>
    /// <param name="mediaUrls">Addresses of pictures; null for none.</param>
    /// <param name="cancellationToken">Cancels the wait; the text stays sent.</param>
    /// <returns>The text that was sent.</returns>
    /// <exception cref="ArgumentException">Thrown when the account has no such number, or <paramref name="body"/> is null.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> is cancelled first.</exception>
    public Task<SandboxMessage> TextAsync(
        string body,
        string? to = null,
        SandboxChannel channel = SandboxChannel.Sms,
        IReadOnlyList<string>? mediaUrls = null,
        CancellationToken cancellationToken = default)
    {
        var own = channel == SandboxChannel.WhatsApp ? _services.Options.WhatsAppNumber : _services.Options.PhoneNumber;
        return SendAsync(to ?? own, body, channel, mediaUrls ?? []).WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Calls the account. The host's instructions are fetched and carried out in the background; follow them on the returned call.
    /// </summary>
    /// <param name="to">The number to call, in E.164; null for the account's own.</param>
    /// <returns>The call.</returns>
    /// <exception cref="ArgumentException">Thrown when the account has no such number.</exception>
    public SandboxCall Call(string? to = null)
    {
        to ??= _services.Options.PhoneNumber;
        var entry = _services.CallFactory.NewInbound(Number, _services.Numbers.FindByNumber(to) ?? throw NoSuchNumber(nameof(to)));
        _services.CallEngine.Receive(entry);
        _story.Tell(entry.Call);
        return entry.Call;
    }

    /// <summary>Returns the number, and how much the phone received.</summary>
    /// <returns>A short text, such as <c>+34600111222: 2 messages, 1 call</c>.</returns>
    public override string ToString()
    {
        var (messages, calls) = (Messages.Count, Calls.Count);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Number}: {messages} {(messages == 1 ? "message" : "messages")}, {calls} {(calls == 1 ? "call" : "calls")}");
    }

    private static ArgumentException NoSuchNumber(string name) => new("The account has no such number.", name);

    private Task<SandboxMessage> SendAsync(string to, string body, SandboxChannel channel, IReadOnlyList<string> mediaUrls)
    {
        ArgumentNullException.ThrowIfNull(body);
        var address = PhoneAddress.On(channel, to);
        if (_services.Numbers.FindByAddress(address) is null) throw NoSuchNumber(nameof(to));

        return _services.Texts.ReceiveAsync(PhoneAddress.On(channel, Number), address, body, mediaUrls);
    }
}
