using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;

namespace PitWall.Alerts.Twilio.LoadDriver;

/// <summary>The ways to send one text that are compared. Each gets a number of its own for its text and throws when it fails.</summary>
internal sealed partial class Contenders : IAsyncDisposable
{
    private const string AccountSid = "AC00000000000000000000000000000000";
    private const string AuthToken = "00000000000000000000000000000000";
    private const string From = "+15125550100";

    /// <summary>A crew's phones. Every way sends to them in turn.</summary>
    private static readonly string[] Phones =
        [.. Enumerable.Range(0, 64).Select(i => string.Create(CultureInfo.InvariantCulture, $"+346001112{i:00}"))];

    private readonly ServiceProvider _provider;
    private readonly IPitWallAlerts _alerts;
    private readonly ITwilioAlertClient _thin;
    private readonly HttpClient _http;
    private readonly Uri _messages;

    public Contenders(Uri address)
    {
        _messages = new Uri(address, $"/2010-04-01/Accounts/{AccountSid}/Messages.json");
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        _http.DefaultRequestHeaders.Authorization = new(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{AccountSid}:{AuthToken}")));

        var services = new ServiceCollection();
        services.AddPitWallTwilio(options =>
        {
            options.AccountSid = AccountSid;
            options.AuthToken = AuthToken;
            options.PhoneNumber = From;
            options.BaseAddress = address;
            // The policy stays on; what would rightly hold a flood back is set wide open.
            options.Delivery.Limits.Recipient = new RateOptions { PerMinute = 100_000, Burst = 100_000 };
            options.Delivery.Queue.SmsSegmentsPerSecond = 0;
            options.Delivery.Queue.MaxConcurrency = 1_000;
        });
        _provider = services.BuildServiceProvider();
        _alerts = _provider.GetRequiredService<IPitWallAlerts>();
        _thin = _provider.GetRequiredService<ITwilioAlertClient>();
    }

    public IReadOnlyList<(string Name, Func<int, Task> Send)> All =>
    [
        ("whole alert: IPitWallAlerts", AlertAsync),
        ("thin client: ITwilioAlertClient", ThinAsync),
        ("HttpClient + FormUrlEncodedContent + source-generated JSON", BaselineAsync),
        ("HttpClient + FormUrlEncodedContent + JsonDocument", PlainAsync),
    ];

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        _http.Dispose();
    }

    private async Task AlertAsync(int number)
    {
        var alert = new StrategyAlert(StrategyAlertType.TireWear, Message(number), AlertSeverity.High);
        var result = await _alerts.SendStrategyAlertAsync(alert, To(number));
        if (!result.IsAccepted)
            throw new InvalidOperationException($"{result.Outcome} {result.Reason} {result.Detail}");
    }

    private async Task ThinAsync(int number)
    {
        var receipt = await _thin.SendSmsAsync(new SmsMessage { To = To(number), Body = Message(number) });
        if (receipt is null)
            throw new InvalidOperationException("Not configured.");
    }

    private async Task BaselineAsync(int number)
    {
        using var content = new FormUrlEncodedContent(Fields(number));
        using var response = await _http.PostAsync(_messages, content);
        response.EnsureSuccessStatusCode();
        var created = await response.Content.ReadFromJsonAsync(BaselineJson.Default.CreatedMessage);
        if (created?.Sid is null)
            throw new InvalidOperationException("No SID.");
    }

    private async Task PlainAsync(int number)
    {
        using var content = new FormUrlEncodedContent(Fields(number));
        using var response = await _http.PostAsync(_messages, content);
        response.EnsureSuccessStatusCode();
        using var created = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        if (created.RootElement.GetProperty("sid").GetString() is null)
            throw new InvalidOperationException("No SID.");
    }

    private static KeyValuePair<string, string>[] Fields(int number) =>
        [new("To", To(number)), new("From", From), new("Body", Message(number))];

    private static string To(int number) => Phones[number % Phones.Length];

    private static string Message(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Critical tire wear: 15% remaining. Pit window: Laps 15-17 ({number})");

    /// <summary>What a careful caller reads of the answer.</summary>
    internal sealed record CreatedMessage(string? Sid, string? Status, string? To, string? From, string? NumSegments, string? DateCreated);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(CreatedMessage))]
    private sealed partial class BaselineJson : JsonSerializerContext;
}
