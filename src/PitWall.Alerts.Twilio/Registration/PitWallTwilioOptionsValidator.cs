using System.Globalization;
using Microsoft.Extensions.Options;
using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Text;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>Checks the options at start and at every reload. A failure names the key and the rule and never shows a value.</summary>
internal sealed class PitWallTwilioOptionsValidator : IValidateOptions<PitWallTwilioOptions>
{
    private const int LongestSentence = 200;
    private const string SentenceRule = "must be 1 to 200 characters without control characters.";
    private const string WebRootRule = "must be an absolute http or https address without user, query and fragment.";

    public ValidateOptionsResult Validate(string? name, PitWallTwilioOptions options)
    {
        var failures = new OptionFailures();
        Credentials(failures, options);
        Senders(failures, options);
        Addresses(failures, options);
        Voice(failures, options.Voice);
        Transmit(failures, options.Transmit);
        Gate(failures, options.Gate);
        Delivery(failures, options.Delivery);
        Webhooks(failures, options.Webhooks);
        Polling(failures, options.Polling);
        failures.AddSentences(AlertTextOptionsValidator.Validate(options.Text, PitWallTwilioOptions.SectionName + ":Text"));
        return failures.ToResult();
    }

    private static void Credentials(OptionFailures failures, PitWallTwilioOptions o)
    {
        failures.Check(IsEmptyOr(o.AccountSid, v => Sid.Is(v, "AC")), "AccountSid (Twilio_SID)", "must be AC and 32 hexadecimal digits.");
        failures.Check(IsEmptyOr(o.ApiKeySid, v => Sid.Is(v, "SK")), "ApiKeySid", "must be SK and 32 hexadecimal digits.");
        failures.Check(
            string.IsNullOrEmpty(o.ApiKeySid) == string.IsNullOrEmpty(o.ApiKeySecret), "ApiKeySid and ApiKeySecret", "go together: one of them is missing.");

        // Nothing at all is a host that does not use Twilio. Something is a mistake in the making.
        if (o.IsUntouched || o.IsConfigured)
            return;

        foreach (var key in MissingKeys.Of(o))
            failures.Add(key, "is missing while other parts of Twilio are configured.");
    }

    private static void Senders(OptionFailures failures, PitWallTwilioOptions o)
    {
        failures.Check(
            IsEmptyOr(o.PhoneNumber, IsSender), "PhoneNumber (Twilio_Phone_Number)",
            "must be a number in E.164 such as +16502530000, a short code, or an alphanumeric sender of up to 11 characters.");
        failures.Check(
            IsEmptyOr(o.WhatsAppNumber, IsWhatsAppSender), "WhatsAppNumber (Twilio_WhatsApp_Number)",
            "must be a number in E.164, with or without whatsapp: in front.");
        failures.Check(IsEmptyOr(o.MessagingServiceSid, v => Sid.Is(v, "MG")), "MessagingServiceSid", "must be MG and 32 hexadecimal digits.");
    }

    private static void Addresses(OptionFailures failures, PitWallTwilioOptions o)
    {
        failures.Check(IsEmptyOr(o.Edge, IsHostLabel), "Edge", "must be a name such as dublin.");
        failures.Check(IsEmptyOr(o.Region, IsHostLabel), "Region", "must be a name such as ie1.");
        if (o.BaseAddress is { } root)
        {
            failures.Check(
                root.IsAbsoluteUri && (root.Scheme == Uri.UriSchemeHttps || (root.Scheme == Uri.UriSchemeHttp && root.IsLoopback)),
                "BaseAddress", "must be an absolute https address, or http on loopback: credentials travel with every request.");
            failures.Check(
                string.IsNullOrEmpty(o.Edge) && string.IsNullOrEmpty(o.Region), "BaseAddress", "goes without Edge and Region, which it would hide.");
        }

        failures.CheckRequest("StatusCallback", () => RequestRules.Callback(o.StatusCallback));
    }

    private static void Voice(OptionFailures failures, VoiceOptions o)
    {
        failures.Check(o.Repeat is >= 1 and <= 5, "Voice:Repeat", "must be 1 to 5.");
        failures.CheckRange(o.RingTimeout, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(600), "Voice:RingTimeout");
        failures.Check(o.ScriptAddress is null || IsWebRoot(o.ScriptAddress), "Voice:ScriptAddress", WebRootRule);
        failures.CheckRange(o.ScriptLifetime, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1), "Voice:ScriptLifetime");
        failures.Check(!o.AsksForKey || o.ScriptAddress is not null, "Voice:AsksForKey", "needs Voice:ScriptAddress, where the key is reported to.");
        failures.Check(!o.AsksForKey || IsSentence(o.KeyPrompt), "Voice:KeyPrompt", SentenceRule);
        failures.Check(!o.AsksForKey || IsSentence(o.KeyThanks), "Voice:KeyThanks", SentenceRule);
    }

    private static void Webhooks(OptionFailures failures, WebhookOptions o)
    {
        failures.Check(o.PublicAddress is null || IsWebRoot(o.PublicAddress), "Webhooks:PublicAddress", WebRootRule);
        failures.Check(o.MaxBodyBytes is >= 4_096 and <= 1_048_576, "Webhooks:MaxBodyBytes", "must be 4,096 to 1,048,576.");
        failures.Check(o.Remembered is >= 100 and <= 1_000_000, "Webhooks:Remembered", "must be 100 to 1,000,000.");
        failures.CheckRange(o.HandlerTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(15), "Webhooks:HandlerTimeout");
    }

    private static void Polling(OptionFailures failures, PollingOptions o)
    {
        failures.CheckRange(o.FirstAfter, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), "Polling:FirstAfter");
        failures.CheckRange(o.LongestPause, o.FirstAfter, TimeSpan.FromHours(12), "Polling:LongestPause");
        failures.CheckRange(o.GiveUpAfter, o.FirstAfter, TimeSpan.FromDays(7), "Polling:GiveUpAfter");
        failures.Check(o.MaxPerMinute is >= 1 and <= 3_000, "Polling:MaxPerMinute", "must be 1 to 3,000.");
    }

    private static void Transmit(OptionFailures failures, TransmitOptions o)
    {
        failures.CheckRange(o.AttemptTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5), "Transmit:AttemptTimeout");
        failures.Check(o.MaxAttempts is >= 1 and <= 20, "Transmit:MaxAttempts", "must be 1 to 20.");
        failures.CheckRange(o.BackoffBase, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1), "Transmit:BackoffBase");
        failures.CheckRange(o.BackoffMax, o.BackoffBase, TimeSpan.FromMinutes(10), "Transmit:BackoffMax");
        failures.CheckRange(o.MaxRetryAfter, TimeSpan.Zero, TimeSpan.FromHours(1), "Transmit:MaxRetryAfter");
        failures.CheckRange(o.MaxElapsed, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), "Transmit:MaxElapsed");
        failures.CheckRange(o.ReconciliationWindow, TimeSpan.Zero, TimeSpan.FromMinutes(5), "Transmit:ReconciliationWindow");
        failures.CheckRange(o.CriticalReconciliationWindow, TimeSpan.Zero, TimeSpan.FromMinutes(5), "Transmit:CriticalReconciliationWindow");
        failures.CheckRange(o.CircuitBreak, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), "Transmit:CircuitBreak");
    }

    private static void Gate(OptionFailures failures, GateOptions o)
    {
        failures.Check(o.SegmentBudget is null or >= 0, "Gate:SegmentBudget", "must not be negative.");
        failures.Check(
            o.CriticalReserve >= 0 && o.CriticalReserve <= (o.SegmentBudget ?? long.MaxValue), "Gate:CriticalReserve",
            "must be 0 to Gate:SegmentBudget.");
        Numbers(failures, o.AllowedRecipients, "Gate:AllowedRecipients");
        Numbers(failures, o.RehearsalRecipients, "Gate:RehearsalRecipients");
    }

    private static void Delivery(OptionFailures failures, DeliveryOptions o)
    {
        var (second, day) = (TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        failures.CheckRange(o.LongestWait, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1), "Delivery:LongestWait");
        failures.Check(Enum.IsDefined(o.LowestSeverity), "Delivery:LowestSeverity", "must be Low, Medium or High.");
        failures.CheckRange(o.DrainTimeout, TimeSpan.Zero, TimeSpan.FromMinutes(10), "Delivery:DrainTimeout");
        failures.CheckRange(o.Limits.Cooldown, TimeSpan.Zero, day, "Delivery:Limits:Cooldown");
        foreach (var kind in Enum.GetValues<AlertKind>())
        {
            failures.CheckRange(o.ValidFor.For(kind), second, TimeSpan.FromDays(7), $"Delivery:ValidFor:{kind}");
            failures.CheckRange(o.Deduplication.For(kind), TimeSpan.Zero, day, $"Delivery:Deduplication:{kind}");
        }

        Rate(failures, o.Limits.Recipient, "Delivery:Limits:Recipient");
        Rate(failures, o.Limits.CriticalRecipient, "Delivery:Limits:CriticalRecipient");
        Rate(failures, o.Limits.Sender, "Delivery:Limits:Sender");
        Rate(failures, o.Limits.Global, "Delivery:Limits:Global");
        failures.Check(o.Queue.Capacity is >= 1 and <= 1_000_000, "Delivery:Queue:Capacity", "must be 1 to 1,000,000.");
        failures.Check(o.Queue.MaxConcurrency is >= 1 and <= 1_000, "Delivery:Queue:MaxConcurrency", "must be 1 to 1,000.");
        failures.CheckRange(o.Queue.AgeingStep, second, TimeSpan.FromHours(1), "Delivery:Queue:AgeingStep");
        failures.Check(o.Queue.SmsSegmentsPerSecond is null or (>= 0 and <= 10_000), "Delivery:Queue:SmsSegmentsPerSecond", "must be 0 to 10,000.");
        failures.Check(o.Queue.WhatsAppPerSecond is >= 0 and <= 10_000, "Delivery:Queue:WhatsAppPerSecond", "must be 0 to 10,000.");
        failures.Check(o.Queue.CallsPerSecond is >= 0 and <= 1_000, "Delivery:Queue:CallsPerSecond", "must be 0 to 1,000.");
        failures.Check(o.Ledger.Capacity is >= 1 and <= 1_000_000, "Delivery:Ledger:Capacity", "must be 1 to 1,000,000.");
        failures.CheckRange(o.Ledger.MaxAge, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30), "Delivery:Ledger:MaxAge");
    }

    private static void Rate(OptionFailures failures, RateOptions o, string key)
    {
        failures.Check(o.PerMinute is >= 0 and <= 100_000, key + ":PerMinute", "must be 0 to 100,000.");
        failures.Check(o.Burst is >= 1 and <= 100_000, key + ":Burst", "must be 1 to 100,000.");
    }

    private static void Numbers(OptionFailures failures, IList<string> numbers, string key)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            failures.Check(
                E164PhoneNumber.TryParse(numbers[i], null, out _),
                string.Create(CultureInfo.InvariantCulture, $"{key}:{i}"), "must be a number in E.164, such as +16502530000.");
        }
    }

    private static bool IsEmptyOr(string? value, Func<string, bool> rule) => string.IsNullOrEmpty(value) || rule(value);

    private static bool IsWhatsAppSender(string value)
    {
        var number = value.AsSpan();
        if (number.StartsWith("whatsapp:", StringComparison.OrdinalIgnoreCase))
            number = number["whatsapp:".Length..];

        return E164PhoneNumber.TryParse(number, null, out _);
    }

    /// <summary>E.164, a short code of 3 to 8 digits, or an alphanumeric sender (Twilio docs, Alphanumeric sender IDs: up to 11 characters).</summary>
    private static bool IsSender(string value)
    {
        if (value.StartsWith('+'))
            return E164PhoneNumber.TryParse(value, null, out _);

        if (!value.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return value.Length is >= 3 and <= 8;

        return value.Length <= 11 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_' or '&' or '+');
    }

    private static bool IsSentence(string text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= LongestSentence && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c));

    private static bool IsWebRoot(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0;

    private static bool IsHostLabel(string value) => value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
