using System.Globalization;
using System.Text;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>What one set of options means on the wire: addresses and the authorization header, made once.</summary>
/// <remarks>Source of hosts: Twilio docs, Global infrastructure, regions and edges.</remarks>
internal sealed class TwilioConnection
{
    private const string ApiVersion = "2010-04-01";

    private readonly string _account;

    public TwilioConnection(PitWallTwilioOptions options)
    {
        Options = options;
        Root = options.BaseAddress ?? new Uri($"https://{Host(options.Edge, options.Region)}");
        _account = $"{ApiVersion}/Accounts/{options.AccountSid}";
        Messages = At($"{_account}/Messages.json");
        Calls = At($"{_account}/Calls.json");
        Account = At($"{_account}.json");
        Balance = At($"{_account}/Balance.json");

        AlertCallback = options.StatusCallback is { } callback ? new AlertCallback(callback) : null;

        var (user, password) = string.IsNullOrEmpty(options.ApiKeySid)
            ? (options.AccountSid, options.AuthToken)
            : (options.ApiKeySid, options.ApiKeySecret);
        Authorization = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
    }

    /// <summary>Where alerts are reported to; <see langword="null"/>: nowhere.</summary>
    public AlertCallback? AlertCallback { get; }

    /// <summary>The options this was made of; another instance means another connection.</summary>
    public PitWallTwilioOptions Options { get; }

    public Uri Root { get; }

    public Uri Messages { get; }

    public Uri Calls { get; }

    public Uri Account { get; }

    public Uri Balance { get; }

    public string Authorization { get; }

    public Uri Message(string sid) => At($"{_account}/Messages/{sid}.json");

    public Uri Call(string sid) => At($"{_account}/Calls/{sid}.json");

    public Uri MessagesTo(string to, int pageSize) => At(
        string.Create(CultureInfo.InvariantCulture, $"{_account}/Messages.json?To={Uri.EscapeDataString(to)}&PageSize={pageSize}"));

    public Uri CallsTo(string to, int pageSize) => At(
        string.Create(CultureInfo.InvariantCulture, $"{_account}/Calls.json?To={Uri.EscapeDataString(to)}&PageSize={pageSize}"));

    public Uri NumbersLike(string phoneNumber) =>
        At($"{_account}/IncomingPhoneNumbers.json?PhoneNumber={Uri.EscapeDataString(phoneNumber)}&PageSize=1");

    /// <summary>An address that Twilio named relative to its host, such as the next page of a list.</summary>
    public Uri At(string relative) => new(Root, Root.AbsolutePath.TrimEnd('/') + "/" + relative.TrimStart('/'));

    private static string Host(string? edge, string? region) => (edge, region) switch
    {
        ({ Length: > 0 }, { Length: > 0 }) => $"api.{edge}.{region}.twilio.com",
        ({ Length: > 0 }, _) => $"api.{edge}.us1.twilio.com",
        (_, { Length: > 0 }) => $"api.{region}.twilio.com",
        _ => "api.twilio.com",
    };
}
