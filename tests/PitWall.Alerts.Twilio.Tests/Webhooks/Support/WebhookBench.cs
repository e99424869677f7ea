using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;
using PitWall.Alerts.Twilio.Webhooks;

namespace PitWall.Alerts.Twilio.Tests.Webhooks;

/// <summary>An account's webhooks and ledger without anything that sends, and requests signed as Twilio signs them.</summary>
internal sealed class WebhookBench : IAsyncDisposable
{
    public const string Token = "0ff11ce00ff11ce00ff11ce00ff11ce0";
    public const string Account = "AC5a4db0c55a4db0c55a4db0c55a4db0c5";
    public const string Url = "https://pit.example/twilio/status";
    public const string Phone = "+34600111222";

    private readonly ServiceProvider _provider;

    public WebhookBench(Action<PitWallTwilioOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddKeyedSingleton<TimeProvider>(PitWallTwilioServiceKeys.TransportClock, Clock);
        collection.AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
        collection.AddPitWallTwilio(options =>
        {
            options.AccountSid = Account;
            options.AuthToken = Token;
            options.PhoneNumber = "+15125550100";
            configure?.Invoke(options);
        });
        services?.Invoke(collection);
        _provider = collection.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>What was opened, by alert id.</summary>
    public Dictionary<string, AlertRecord> Records { get; } = [];

    public ManualTimeProvider Clock { get; } = new();

    public RecordingLog Log { get; } = new();

    public ITwilioWebhooks Webhooks => Get<ITwilioWebhooks>();

    public AlertLedger Ledger => Get<AlertLedger>();

    public IOptOutList OptOuts => Get<IOptOutList>();

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    public static string MessageSid(int number) => $"SM{number:x32}";

    public static string CallSid(int number) => $"CA{number:x32}";

    public static TwilioWebhookRequest Signed(string url, params (string Name, string Value)[] fields) =>
        SignedWith(Token, url, [("AccountSid", Account), .. fields]);

    public static TwilioWebhookRequest SignedWith(string token, string url, params (string Name, string Value)[] fields)
    {
        KeyValuePair<string, string>[] pairs = [.. fields.Select(static field => new KeyValuePair<string, string>(field.Name, field.Value))];
        return new TwilioWebhookRequest
        {
            Url = url,
            ContentType = "application/x-www-form-urlencoded; charset=utf-8",
            Body = Form(pairs),
            Signature = TwilioSignature.Compute(url, pairs, token),
        };
    }

    public static byte[] Form(IEnumerable<KeyValuePair<string, string>> fields) => System.Text.Encoding.UTF8.GetBytes(
        string.Join('&', fields.Select(static field => Uri.EscapeDataString(field.Key) + "=" + Uri.EscapeDataString(field.Value))));

    public static TwilioWebhookRequest MessageCallback(string sid, string status, string? alertId = null, int? errorCode = null)
    {
        (string, string)[] fields = [("MessageSid", sid), ("MessageStatus", status), ("To", Phone), ("From", "+15125550100")];
        if (errorCode is { } code)
            fields = [.. fields, ("ErrorCode", code.ToString(System.Globalization.CultureInfo.InvariantCulture))];

        return Signed(alertId is null ? Url : $"{Url}?alert={alertId}", fields);
    }

    /// <summary>An alert that is on its way to Twilio.</summary>
    public AlertRecord Open(string alertId, AlertChannel channel = AlertChannel.Sms)
    {
        var record = new AlertRecord(alertId, AlertKind.Strategy, "tire_wear", AlertSeverity.High, channel, topic: null, Clock.GetTimestamp())
        {
            RaisedAt = Clock.GetUtcNow(),
            Recipient = E164PhoneNumber.Parse(Phone),
        };
        Records.Add(alertId, record);
        Ledger.NoteAdmitted(record, segments: 1, AlertHolds.UnderWay, Clock.GetUtcNow());
        return record;
    }

    /// <summary>Twilio's answer to the create.</summary>
    public void Accept(AlertRecord record, string sid) => Ledger.Close(
        record,
        new AlertResult
        {
            Outcome = AlertOutcome.Accepted,
            AlertId = record.Id,
            Message = record.Channel == AlertChannel.Voice ? null : new MessageReceipt { Sid = sid },
            Call = record.Channel == AlertChannel.Voice ? new CallReceipt { Sid = sid } : null,
            Segments = 1,
        },
        Clock.GetUtcNow());

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
