namespace PitWall.Alerts.Twilio.Testing;

/// <summary>The options of a <see cref="TwilioSandbox"/>. Every default works. Changes must be made before the start.</summary>
public sealed class TwilioSandboxOptions
{
    /// <summary>The port on 127.0.0.1 to listen on; 0, the default, picks a free one.</summary>
    public int Port { get; set; }

    /// <summary>The account SID. Default <see cref="TwilioSandbox.DefaultAccountSid"/>.</summary>
    public string AccountSid { get; set; } = TwilioSandbox.DefaultAccountSid;

    /// <summary>
    /// The auth token: the password of requests and the key of webhook signatures. Default <see cref="TwilioSandbox.DefaultAuthToken"/>.
    /// </summary>
    public string AuthToken { get; set; } = TwilioSandbox.DefaultAuthToken;

    /// <summary>The SID of an API key that may be used instead of the auth token. Default <see cref="TwilioSandbox.DefaultApiKeySid"/>.</summary>
    public string ApiKeySid { get; set; } = TwilioSandbox.DefaultApiKeySid;

    /// <summary>The API key's secret. Default <see cref="TwilioSandbox.DefaultApiKeySecret"/>.</summary>
    public string ApiKeySecret { get; set; } = TwilioSandbox.DefaultApiKeySecret;

    /// <summary>The number that the account owns for texts and calls, in E.164. Default +15125550100.</summary>
    public string PhoneNumber { get; set; } = "+15125550100";

    /// <summary>The account's WhatsApp sender, in E.164 without prefix. Default +15125550101.</summary>
    public string WhatsAppNumber { get; set; } = "+15125550101";

    /// <summary>
    /// Further senders of the account: numbers in E.164, short codes, or names of up to 11 characters. None by default.
    /// </summary>
    public IList<string> AdditionalSenders { get; } = [];

    /// <summary>
    /// Placeholder numbers from documentation, such as +1234567890, which are in no numbering plan. They are accepted as recipient and as
    /// sender, so that examples run as written. None by default: Twilio refuses them.
    /// </summary>
    public ISet<string> PlaceholderNumbers { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// The SID of the account's messaging service; its sender is <see cref="PhoneNumber"/>. Default
    /// <see cref="TwilioSandbox.DefaultMessagingServiceSid"/>.
    /// </summary>
    public string MessagingServiceSid { get; set; } = TwilioSandbox.DefaultMessagingServiceSid;

    /// <summary>
    /// The clock for everything in the sandbox. Default <see cref="TimeProvider.System"/>; use a <see cref="ManualTimeProvider"/> to
    /// control it.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// The seed for the SIDs and the random faults, so that a run can be repeated. Null, the default, draws one: see
    /// <see cref="TwilioSandbox.Seed"/>.
    /// </summary>
    public int? Seed { get; set; }

    /// <summary>How long the steps of a message and a call take. By default they take no time.</summary>
    public SandboxPace Pace { get; set; } = new();

    /// <summary>
    /// What happens to calls to phones whose <see cref="SandboxPhone.Answering"/> was not set. Default
    /// <see cref="PhoneAnswering.Attended"/>; with <see cref="PhoneAnswering.Ringing"/> every call rings on the phones page until
    /// someone answers.
    /// </summary>
    public PhoneAnswering Answering { get; set; } = PhoneAnswering.Attended;

    /// <summary>
    /// The phones that the phones page shows from the start, in order, and whose they are. Default: the pit wall (+15125550142), the race
    /// engineer (+15125550143) and car 13 (+15125550113). Other phones appear when they receive something.
    /// </summary>
    public IList<SandboxPhoneRole> PhoneRoles { get; } =
    [
        new("+15125550142", "Pit wall"),
        new("+15125550143", "Race engineer"),
        new("+15125550113", "Car 13"),
    ];

    /// <summary>
    /// How many messages, calls, requests and callbacks are kept, each. Beyond that, the oldest ones that can no longer change are
    /// forgotten, and a callback that would be one more to wait for a slow host is not made. Default 10,000; at least 1.
    /// </summary>
    public int Capacity { get; set; } = 10_000;

    /// <summary>The account's balance in USD at the start; whatever is sent is deducted from it. Default 100.</summary>
    public decimal Balance { get; set; } = 100m;

    /// <summary>
    /// The price of a segment in USD. Default 0.0083. Source: Twilio's US price list for long codes, as quoted in October 2026; carrier
    /// fees are not included.
    /// </summary>
    public decimal PricePerSegment { get; set; } = 0.0083m;

    /// <summary>The type of the account. Default <see cref="SandboxAccountType.Full"/>.</summary>
    public SandboxAccountType AccountType { get; set; }

    /// <summary>The numbers, in E.164, that a trial account may reach; not used for a full account. None by default.</summary>
    public ISet<string> VerifiedNumbers { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// The SID of the test credentials, which check a request and play the magic numbers, but send nothing. Default
    /// <see cref="TwilioSandbox.DefaultTestAccountSid"/>.
    /// </summary>
    public string TestAccountSid { get; set; } = TwilioSandbox.DefaultTestAccountSid;

    /// <summary>The token of the test credentials. Default <see cref="TwilioSandbox.DefaultTestAuthToken"/>.</summary>
    public string TestAuthToken { get; set; } = TwilioSandbox.DefaultTestAuthToken;

    /// <summary>
    /// Whether messages wait in their sender's queue and leave it at the rate that Twilio documents for it, and calls at one a
    /// second. False by default, so that nothing takes time; set it together with a <see cref="ManualTimeProvider"/> to see hours of
    /// traffic in a moment.
    /// </summary>
    public bool QueuesMessages { get; set; }

    /// <summary>Sender rates that differ from the documented ones, in segments a second, keyed by address. None by default.</summary>
    public IDictionary<string, double> SegmentsPerSecond { get; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>
    /// Whether WhatsApp accepts free text only within 24 hours of the last message from the phone, and otherwise fails it with 63016.
    /// True by default, as in reality; a phone that has written opens the window.
    /// </summary>
    public bool EnforcesWhatsAppWindow { get; set; } = true;

    /// <summary>The account's approved content templates. None by default.</summary>
    public IList<SandboxTemplate> Templates { get; } = [];

    /// <summary>
    /// Whether the messaging service has Advanced Opt-Out, which adds <c>OptOutType</c> to the webhook of a STOP, START or HELP. False by
    /// default.
    /// </summary>
    public bool HasAdvancedOptOut { get; set; }

    /// <summary>
    /// Hosts besides loopback whose webhooks may be called, as written in the URL, without port. None by default: the sandbox does
    /// not leave the machine unless allowed to, and logs other addresses as not called.
    /// </summary>
    public ISet<string> AllowedCallbackHosts { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
}
