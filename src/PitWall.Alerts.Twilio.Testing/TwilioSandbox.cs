using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using PitWall.Alerts.Twilio.Testing.Account;
using PitWall.Alerts.Twilio.Testing.Callbacks;
using PitWall.Alerts.Twilio.Testing.Clock;
using PitWall.Alerts.Twilio.Testing.Events;
using PitWall.Alerts.Twilio.Testing.Messages;
using PitWall.Alerts.Twilio.Testing.Phones;
using PitWall.Alerts.Twilio.Testing.PhonesPage;
using PitWall.Alerts.Twilio.Testing.Rest;
using PitWall.Alerts.Twilio.Testing.Storage;
using PitWall.Alerts.Twilio.Testing.Voice;

namespace PitWall.Alerts.Twilio.Testing;

/// <summary>
/// An offline Twilio: its REST API on a loopback port, messages and calls that go through their states and report them with signed
/// callbacks, and virtual phones to inspect. It needs no account, no network and no money, and never leaves the machine unless a host
/// is allow-listed.
/// </summary>
/// <remarks>
/// <para>Instances share nothing, so any number can run side by side. All members are safe for concurrent use.</para>
/// <para>By default nothing takes time: when the answer to a create request arrives, the message is on the phone. Set
/// <see cref="TwilioSandboxOptions.Pace"/> and <see cref="TwilioSandboxOptions.TimeProvider"/> to change that.</para>
/// </remarks>
public sealed class TwilioSandbox : IAsyncDisposable
{
    private readonly TwilioSandboxOptions _options;
    private readonly ConcurrentDictionary<string, SandboxPhone> _phones = new(StringComparer.Ordinal);
    private readonly BoundedLog<SandboxRequest> _requests;
    private readonly BoundedLog<SandboxCallback> _callbackLog;
    private readonly MessageStore _messages;
    private readonly CallStore _calls;
    private readonly Scheduler _scheduler;
    private readonly WebhookClient _webhooks;
    private readonly CallbackDispatcher _callbacks;
    private readonly NumberBook _numbers;
    private readonly CallEngine _callEngine;
    private readonly PhoneServices _phoneServices;
    private readonly ApiPipeline _api;
    private readonly PageHandler _page;
    private SandboxServer? _server;

    private TwilioSandbox(TwilioSandboxOptions options)
    {
        _options = options;
        Seed = options.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        Faults = new SandboxFaults(Seed);

        var sids = new SidFactory(Seed);
        _requests = new BoundedLog<SandboxRequest>(options.Capacity);
        _callbackLog = new BoundedLog<SandboxCallback>(options.Capacity);
        _messages = new MessageStore(options.Capacity, Events);
        _calls = new CallStore(options.Capacity, Events);
        _scheduler = new Scheduler(options.TimeProvider);
        _webhooks = new WebhookClient(options, _callbackLog, Events);
        _callbacks = new CallbackDispatcher(_webhooks, sids, Events, options.Capacity);

        var habits = new PhoneHabits(options.Answering);
        var optOuts = new OptOuts();
        var windows = new WhatsAppWindows(options);
        var queues = new SenderQueues(options);
        var account = new AccountState(options);
        _numbers = new NumberBook(options, sids);
        var senders = new Senders(options, _numbers);
        var messageFactory = new MessageFactory(options, senders, queues, new MessagePermissions(options, optOuts, habits), sids);
        var messageLifecycle = new MessageLifecycle(
            options, _messages, _scheduler, new MessageReporter(_callbacks, habits), senders, queues, habits, windows, account);
        var texts = new InboundTexts(options, _messages, messageFactory, messageLifecycle, _numbers, optOuts, windows, _callbacks);

        var callFactory = new CallFactory(options, senders, sids, Events);
        var player = new TwimlPlayer(options, _calls, _callbacks, new GatherPlayer(options, habits), _scheduler);
        _callEngine = new CallEngine(options, _calls, new CallReporter(_calls, _scheduler, _callbacks), player, habits, _scheduler);

        _phoneServices = new PhoneServices(options, _messages, _calls, Events, habits, texts, _numbers, callFactory, _callEngine);
        var router = new ApiRouter(
            options,
            new Credentials(options),
            new AccountResource(options, account),
            new MessagesResource(_messages, messageFactory, messageLifecycle, habits, options),
            new CallsResource(_calls, callFactory, _callEngine),
            new NumbersResource(options, _numbers));
        _api = new ApiPipeline(options, router, Faults, _requests, Events, sids);
        _page = new PageHandler(new PageModel(this, options, _messages, habits, Events));
    }

    /// <summary>The default account SID.</summary>
    public static string DefaultAccountSid { get; } = "AC" + "5a4db0c55a4db0c55a4db0c55a4db0c5";

    /// <summary>The default auth token. It is not a secret: it opens nothing but sandboxes.</summary>
    public static string DefaultAuthToken { get; } = "0ff11ce00ff11ce00ff11ce00ff11ce0";

    /// <summary>The default SID of the API key.</summary>
    public static string DefaultApiKeySid { get; } = "SK" + "5a4db0c55a4db0c55a4db0c55a4db0c5";

    /// <summary>The default secret of the API key. It is not a secret: it opens nothing but sandboxes.</summary>
    public static string DefaultApiKeySecret { get; } = "sandbox-api-key-secret";

    /// <summary>The default SID of the messaging service.</summary>
    public static string DefaultMessagingServiceSid { get; } = "MG" + "5a4db0c55a4db0c55a4db0c55a4db0c5";

    /// <summary>The default SID of the test credentials.</summary>
    public static string DefaultTestAccountSid { get; } = "AC" + "7e577e577e577e577e577e577e577e57";

    /// <summary>The default token of the test credentials. It is not a secret: it opens nothing but sandboxes.</summary>
    public static string DefaultTestAuthToken { get; } = "7e57aced7e57aced7e57aced7e57aced";

    /// <summary>The account SID.</summary>
    public string AccountSid => _options.AccountSid;

    /// <summary>The auth token: the password of requests, and the key of webhook signatures.</summary>
    public string AuthToken => _options.AuthToken;

    /// <summary>The SID of the API key.</summary>
    public string ApiKeySid => _options.ApiKeySid;

    /// <summary>The secret of the API key.</summary>
    public string ApiKeySecret => _options.ApiKeySecret;

    /// <summary>A number that the account owns, for texts and calls, in E.164.</summary>
    public string PhoneNumber => _options.PhoneNumber;

    /// <summary>The account's WhatsApp sender, in E.164 without prefix.</summary>
    public string WhatsAppNumber => _options.WhatsAppNumber;

    /// <summary>The SID of the account's messaging service.</summary>
    public string MessagingServiceSid => _options.MessagingServiceSid;

    /// <summary>
    /// The address of the sandbox, such as <c>http://127.0.0.1:4010/</c>; use it instead of <c>https://api.twilio.com</c>.
    /// </summary>
    public Uri BaseAddress => _server!.Address;

    /// <summary>
    /// The phones page, for a browser on this machine: all phones live, with their texts, calls and costs, and a panel of faults.
    /// </summary>
    public Uri PhonesPage => new(BaseAddress, "/");

    /// <summary>The seed of the SIDs and random faults. Start another sandbox with it to repeat a run.</summary>
    public int Seed { get; }

    /// <summary>The faults of requests to the API; none by default.</summary>
    public SandboxFaults Faults { get; }

    /// <summary>All messages to and from the phones, oldest first, as they are now.</summary>
    public IReadOnlyList<SandboxMessage> Messages => _messages.All();

    /// <summary>All calls, oldest first.</summary>
    public IReadOnlyList<SandboxCall> Calls => _calls.All();

    /// <summary>The requests that reached the API, oldest first, with their answers.</summary>
    public IReadOnlyList<SandboxRequest> Requests => _requests.All();

    /// <summary>The attempts to call the host's webhooks, oldest first, with their answers.</summary>
    public IReadOnlyList<SandboxCallback> Callbacks => _callbackLog.All();

    /// <summary>
    /// The address to which texts from phones are reported: the message webhook of all the account's numbers and of its WhatsApp sender.
    /// Null, the default: they are not reported. An address that is neither loopback nor allow-listed is not called.
    /// </summary>
    public Uri? IncomingMessageUrl
    {
        get => ToUri(_numbers.FindByNumber(PhoneNumber)?.SmsUrl);
        set => _numbers.UpdateAll(number => number with { SmsUrl = value?.OriginalString ?? "" });
    }

    /// <summary>
    /// The address from which calls from phones get their instructions: the voice webhook of all the account's numbers. Null, the
    /// default: there are none. An address that is neither loopback nor allow-listed is not called.
    /// </summary>
    public Uri? IncomingCallUrl
    {
        get => ToUri(_numbers.FindByNumber(PhoneNumber)?.VoiceUrl);
        set => _numbers.UpdateAll(number => number with { VoiceUrl = value?.OriginalString ?? "" });
    }

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">The options; null for the defaults. They must not change afterwards.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The running sandbox.</returns>
    /// <exception cref="IOException">Thrown when the port is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Thrown when <see cref="TwilioSandboxOptions.Capacity"/> is below 1.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> is cancelled first.</exception>
    public static async Task<TwilioSandbox> StartAsync(TwilioSandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new TwilioSandboxOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Capacity, 1, nameof(options));

        var sandbox = new TwilioSandbox(options);
        sandbox._server = await SandboxServer.StartAsync(options.Port, sandbox.HandleAsync, cancellationToken).ConfigureAwait(false);
        return sandbox;
    }

    /// <summary>
    /// Points the library at this sandbox: <c>services.AddPitWallTwilio(sandbox.Configure)</c>. Sets the account, its senders and the
    /// base address.
    /// </summary>
    /// <param name="options">The options to set.</param>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="options"/> is null.</exception>
    public void Configure(PitWallTwilioOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        options.AccountSid = AccountSid;
        options.AuthToken = AuthToken;
        options.PhoneNumber = PhoneNumber;
        options.WhatsAppNumber = WhatsAppNumber;
        options.BaseAddress = BaseAddress;
    }

    /// <summary>Returns the phone with a number. Phones need not be created: every number has one.</summary>
    /// <param name="e164">The number in E.164, without a channel's prefix.</param>
    /// <exception cref="ArgumentException">Thrown when <paramref name="e164"/> is not E.164.</exception>
    public SandboxPhone Phone(string e164)
    {
        ArgumentNullException.ThrowIfNull(e164);
        if (!PhoneAddress.IsE164(e164) && !_options.PlaceholderNumbers.Contains(e164)) throw new ArgumentException("The number is not E.164, such as +15125550123.", nameof(e164));

        return _phones.GetOrAdd(e164, static (number, sandbox) => new SandboxPhone(number, sandbox._phoneServices), this);
    }

    /// <summary>
    /// Waits until every callback that is due now has been answered or has failed. Callbacks that still wait for their time on the
    /// sandbox's clock are not due.
    /// </summary>
    /// <param name="timeout">How long to wait, in real time; null for <see cref="SandboxPhone.DefaultTimeout"/>.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="TimeoutException">Thrown when callbacks are still under way after that time.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> is cancelled first.</exception>
    public async Task WaitForCallbacksAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        try
        {
            await Events
                .WaitForAsync(() => _callbacks.IsIdle ? this : null, timeout ?? SandboxPhone.DefaultTimeout, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{_callbacks.Pending} callbacks still wait for the host's answer.", e);
        }
    }

    /// <summary>Everything that changes.</summary>
    internal SandboxEvents Events { get; } = new();

    /// <summary>
    /// Stops listening and cuts open connections, as if Twilio were gone. What the phones received can still be inspected.
    /// </summary>
    public Task StopAsync() => _server!.StopAsync();

    /// <summary>
    /// Expects that no phone has a text or a call that was not expected; see <see cref="SandboxPhone.ExpectNothingElse"/>.
    /// </summary>
    /// <exception cref="SandboxExpectationException">Thrown when one has; the message names it.</exception>
    public void ExpectNothingElse()
    {
        var numbers = Messages.Select(static message => message.PhoneNumber).Concat(Calls.Select(static call => call.PhoneNumber)).Distinct();
        foreach (var number in numbers) Phone(number).ExpectNothingElse();
    }

    /// <summary>Stops and releases everything.</summary>
    public async ValueTask DisposeAsync()
    {
        _callEngine.HangUpAll();
        _scheduler.Dispose();
        _webhooks.Dispose();
        if (_server is not null) await _server.DisposeAsync().ConfigureAwait(false);
    }

    private Task HandleAsync(HttpContext context) => PageHandler.Owns(context.Request.Path) ? _page.HandleAsync(context) : _api.HandleAsync(context);

    private static Uri? ToUri(string? address) => string.IsNullOrEmpty(address) ? null : new Uri(address);
}
