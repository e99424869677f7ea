namespace PitWall.Alerts.Twilio;

/// <summary>
/// All options a host can set. Bound from the configuration section <c>PitWall:Twilio</c> and read again at every send.
/// </summary>
/// <remarks>
/// The four classic keys <c>Twilio_SID</c>, <c>Twilio_Secret</c>, <c>Twilio_Phone_Number</c> and <c>Twilio_WhatsApp_Number</c>
/// set <see cref="AccountSid"/>, <see cref="AuthToken"/>, <see cref="PhoneNumber"/> and <see cref="WhatsAppNumber"/> unless
/// the section does.
/// </remarks>
public sealed class PitWallTwilioOptions
{
    /// <summary>The configuration section the options are bound from: <c>PitWall:Twilio</c>.</summary>
    public const string SectionName = "PitWall:Twilio";

    /// <summary>The account SID: <c>AC</c> and 32 hexadecimal digits. Default <see langword="null"/>: not configured.</summary>
    public string? AccountSid { get; set; }

    /// <summary>
    /// The account's auth token. A secret. Authenticates requests unless an API key is set, and always verifies webhooks. Default
    /// <see langword="null"/>.
    /// </summary>
    public string? AuthToken { get; set; }

    /// <summary>
    /// An API key for authentication instead of the auth token: <c>SK</c> and 32 hexadecimal digits. Default
    /// <see langword="null"/>.
    /// </summary>
    public string? ApiKeySid { get; set; }

    /// <summary>The secret of <see cref="ApiKeySid"/>. Default <see langword="null"/>.</summary>
    public string? ApiKeySecret { get; set; }

    /// <summary>
    /// The sender of texts and calls: a number of the account in E.164; for texts, a short code or an alphanumeric sender is also
    /// possible. Default <see langword="null"/>.
    /// </summary>
    public string? PhoneNumber { get; set; }

    /// <summary>The WhatsApp sender, with or without <c>whatsapp:</c>. Default <see langword="null"/>: WhatsApp is not configured.</summary>
    public string? WhatsAppNumber { get; set; }

    /// <summary>
    /// A messaging service that chooses the sender of texts: <c>MG</c> and 32 hexadecimal digits. Default <see langword="null"/>.
    /// Takes precedence over <see cref="PhoneNumber"/> for texts.
    /// </summary>
    public string? MessagingServiceSid { get; set; }

    /// <summary>
    /// The edge location where requests enter Twilio's network, such as <c>dublin</c>. Default <see langword="null"/>: Twilio's own
    /// default.
    /// </summary>
    public string? Edge { get; set; }

    /// <summary>
    /// The region that processes requests, such as <c>ie1</c>. Credentials belong to one region. Default <see langword="null"/>:
    /// <c>us1</c>.
    /// </summary>
    public string? Region { get; set; }

    /// <summary>
    /// The address of the API, for a sandbox or a proxy. Default <see langword="null"/>: <c>https://api.twilio.com</c>, adapted to
    /// <see cref="Edge"/> and <see cref="Region"/>. <c>http</c> is accepted on loopback only.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// The public address of the webhook to which Twilio reports the status of alerts, such as
    /// <c>https://pit.example/twilio/status</c>. The alert's id is added to its query. Default <see langword="null"/>: no reports.
    /// </summary>
    public Uri? StatusCallback { get; set; }

    /// <summary>How recipients' numbers are read and which are accepted.</summary>
    public PhoneNumberOptions Numbers { get; set; } = new();

    /// <summary>How spoken alerts sound and how calls are placed.</summary>
    public VoiceOptions Voice { get; set; } = new();

    /// <summary>Timing and retries of requests to Twilio.</summary>
    public TransmitOptions Transmit { get; set; } = new();

    /// <summary>What may be sent at all, by any part of the host.</summary>
    public GateOptions Gate { get; set; } = new();

    /// <summary>The delivery policy for alerts: validity, duplicates, limits, queues, the ledger.</summary>
    public DeliveryOptions Delivery { get; set; } = new();

    /// <summary>The wording of alerts: product name, segment budgets, labels, WhatsApp templates.</summary>
    public AlertTextOptions Text { get; set; } = new();

    /// <summary>How webhooks are verified and remembered.</summary>
    public WebhookOptions Webhooks { get; set; } = new();

    /// <summary>Whether and how Twilio is polled for alerts whose status reports never arrived.</summary>
    public PollingOptions Polling { get; set; } = new();

    /// <summary>The account these options are for; empty for the default one.</summary>
    internal string Account { get; set; } = string.Empty;

    /// <summary>The configuration section that holds the account's keys.</summary>
    internal string Section { get; set; } = SectionName;

    internal bool HasCredentials =>
        !string.IsNullOrEmpty(AccountSid)
        && string.IsNullOrEmpty(ApiKeySid) == string.IsNullOrEmpty(ApiKeySecret)
        && (!string.IsNullOrEmpty(AuthToken) || !string.IsNullOrEmpty(ApiKeySid));

    internal bool HasSender =>
        !string.IsNullOrEmpty(PhoneNumber) || !string.IsNullOrEmpty(WhatsAppNumber) || !string.IsNullOrEmpty(MessagingServiceSid);

    internal bool IsConfigured => HasCredentials && HasSender;

    /// <summary>Whether nothing at all was set: the host does not use Twilio, which is not a mistake.</summary>
    internal bool IsUntouched =>
        string.IsNullOrEmpty(AccountSid) && string.IsNullOrEmpty(AuthToken)
        && string.IsNullOrEmpty(ApiKeySid) && string.IsNullOrEmpty(ApiKeySecret) && !HasSender;
}
