using System.Net;
using PitWall.Alerts.Twilio.Testing.Fakes;
using PitWall.Alerts.Twilio.Testing.Messages;
using PitWall.Alerts.Twilio.Testing.Storage;

namespace PitWall.Alerts.Twilio.Testing;

/// <summary>
/// An <see cref="ITwilioAlertClient"/> for unit tests: it records what it is asked to send and answers at once, without HTTP. It checks
/// nothing: not the numbers, not the limits, not the gate. Where those matter, use the real client with a <see cref="TwilioSandbox"/>.
/// </summary>
/// <remarks>All members are safe for concurrent use.</remarks>
public sealed class FakeTwilioAlertClient : ITwilioAlertClient
{
    private readonly Lock _gate = new();
    private readonly SidFactory _sids = new(seed: 0);
    private readonly TimeProvider _clock;
    private readonly List<SmsMessage> _smsMessages = [];
    private readonly List<WhatsAppMessage> _whatsAppMessages = [];
    private readonly List<VoiceCall> _calls = [];
    private readonly Queue<Exception> _failures = new();
    private readonly Dictionary<string, MessageStatusReport> _messageStatuses = [];
    private readonly Dictionary<string, CallStatusReport> _callStatuses = [];
    private TwilioHealthReport _health = new() { IsConfigured = true, IsReachable = true, AccountStatus = "active", IsTrial = false, OwnsPhoneNumber = true };
    private bool _isConfigured = true;

    /// <summary>Creates a client.</summary>
    /// <param name="clock">The clock for its receipts; null for <see cref="TimeProvider.System"/>.</param>
    public FakeTwilioAlertClient(TimeProvider? clock = null) => _clock = clock ?? TimeProvider.System;

    /// <summary>
    /// Whether it behaves as if there were credentials. Default true. If false, every method that sends or asks returns null.
    /// </summary>
    public bool IsConfigured
    {
        get { lock (_gate) return _isConfigured; }
        set { lock (_gate) _isConfigured = value; }
    }

    /// <summary>The report that <see cref="CheckHealthAsync"/> returns. Default: an active account that owns the sender.</summary>
    public TwilioHealthReport Health
    {
        get { lock (_gate) return _health; }
        set { lock (_gate) _health = value ?? throw new ArgumentNullException(nameof(value)); }
    }

    /// <summary>The texts that were accepted, in order. Failed ones are not included.</summary>
    public IReadOnlyList<SmsMessage> SmsMessages
    {
        get { lock (_gate) return [.. _smsMessages]; }
    }

    /// <summary>The WhatsApp messages that were accepted, in order.</summary>
    public IReadOnlyList<WhatsAppMessage> WhatsAppMessages
    {
        get { lock (_gate) return [.. _whatsAppMessages]; }
    }

    /// <summary>The calls that were accepted, in order.</summary>
    public IReadOnlyList<VoiceCall> Calls
    {
        get { lock (_gate) return [.. _calls]; }
    }

    /// <summary>Makes the next send fail. Several failures are used in the order in which they were given.</summary>
    /// <param name="exception">The exception to throw.</param>
    /// <returns>This client, for chaining.</returns>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="exception"/> is null.</exception>
    public FakeTwilioAlertClient FailNext(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);

        lock (_gate) _failures.Enqueue(exception);
        return this;
    }

    /// <summary>Makes Twilio refuse the next send.</summary>
    /// <param name="errorCode">Twilio's code.</param>
    /// <param name="statusCode">The HTTP status; 400 by default.</param>
    /// <returns>This client, for chaining.</returns>
    public FakeTwilioAlertClient RefuseNext(TwilioErrorCode errorCode, HttpStatusCode statusCode = HttpStatusCode.BadRequest) =>
        FailNext(FakeFailures.Refusal(errorCode.Value, statusCode));

    /// <summary>Makes the next send end without an answer.</summary>
    /// <param name="error">What goes wrong; by default the connection breaks while the request is on its way.</param>
    /// <param name="acceptance">Whether it may have been sent; by default it may have been.</param>
    /// <returns>This client, for chaining.</returns>
    public FakeTwilioAlertClient LoseNext(TwilioTransportError error = TwilioTransportError.Reset, TwilioAcceptance acceptance = TwilioAcceptance.Unknown) =>
        FailNext(FakeFailures.Loss(error, acceptance));

    /// <summary>Sets what <see cref="GetMessageStatusAsync"/> returns for a message, whether the message is known or not.</summary>
    /// <param name="report">The report to return; its SID identifies the message.</param>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="report"/> is null.</exception>
    public void SetStatus(MessageStatusReport report)
    {
        ArgumentNullException.ThrowIfNull(report);

        lock (_gate) _messageStatuses[report.Sid] = report;
    }

    /// <summary>Sets what <see cref="GetCallStatusAsync"/> returns for a call, whether the call is known or not.</summary>
    /// <param name="report">The report to return; its SID identifies the call.</param>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="report"/> is null.</exception>
    public void SetStatus(CallStatusReport report)
    {
        ArgumentNullException.ThrowIfNull(report);

        lock (_gate) _callStatuses[report.Sid] = report;
    }

    /// <inheritdoc />
    public Task<MessageReceipt?> SendSmsAsync(SmsMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);

        return Send(() => Take(_smsMessages, message, message.To, message.From, message.MediaUrls.Count, SmsSegments.Count(message.Body ?? "")), cancellationToken);
    }

    /// <inheritdoc />
    public Task<MessageReceipt?> SendWhatsAppAsync(WhatsAppMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);

        return Send(() => Take(_whatsAppMessages, message, message.To, message.From, message.MediaUrls.Count, segments: 1), cancellationToken);
    }

    /// <inheritdoc />
    public Task<CallReceipt?> PlaceCallAsync(VoiceCall call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);

        return Send(
            () =>
            {
                _calls.Add(call);
                var receipt = new CallReceipt { Sid = _sids.Next("CA"), Status = CallStatus.Queued, To = call.To, From = call.From, CreatedAt = _clock.GetUtcNow() };
                _callStatuses[receipt.Sid] = new CallStatusReport
                {
                    Sid = receipt.Sid,
                    Status = CallStatus.Queued,
                    StatusText = "queued",
                    To = call.To,
                    From = call.From,
                    CreatedAt = receipt.CreatedAt,
                };
                return receipt;
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public Task<MessageStatusReport?> GetMessageStatusAsync(string messageSid, CancellationToken cancellationToken = default) => Ask(_messageStatuses, messageSid, cancellationToken);

    /// <inheritdoc />
    public Task<CallStatusReport?> GetCallStatusAsync(string callSid, CancellationToken cancellationToken = default) => Ask(_callStatuses, callSid, cancellationToken);

    /// <inheritdoc />
    public Task<TwilioHealthReport> CheckHealthAsync(CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<TwilioHealthReport>(cancellationToken) : Task.FromResult(Health);

    private MessageReceipt Take<T>(List<T> taken, T message, string to, string? from, int media, int segments)
    {
        taken.Add(message);
        var receipt = new MessageReceipt
        {
            Sid = _sids.Next(media > 0 ? "MM" : "SM"),
            Status = MessageStatus.Queued,
            To = to,
            From = from,
            Segments = segments,
            CreatedAt = _clock.GetUtcNow(),
        };
        _messageStatuses[receipt.Sid] = new MessageStatusReport
        {
            Sid = receipt.Sid,
            Status = MessageStatus.Queued,
            StatusText = "queued",
            To = to,
            From = from,
            Segments = segments,
            CreatedAt = receipt.CreatedAt,
        };
        return receipt;
    }

    private Task<TReceipt?> Send<TReceipt>(Func<TReceipt> take, CancellationToken cancellationToken)
        where TReceipt : class
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<TReceipt?>(cancellationToken);

        lock (_gate)
        {
            if (!_isConfigured) return Task.FromResult<TReceipt?>(null);

            return _failures.TryDequeue(out var failure) ? Task.FromException<TReceipt?>(failure) : Task.FromResult<TReceipt?>(take());
        }
    }

    private Task<TReport?> Ask<TReport>(Dictionary<string, TReport> reports, string sid, CancellationToken cancellationToken)
        where TReport : class
    {
        ArgumentNullException.ThrowIfNull(sid);
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<TReport?>(cancellationToken);

        lock (_gate)
        {
            if (!_isConfigured) return Task.FromResult<TReport?>(null);

            return reports.TryGetValue(sid, out var report) ? Task.FromResult<TReport?>(report) : Task.FromException<TReport?>(FakeFailures.Refusal(20404, HttpStatusCode.NotFound));
        }
    }
}
