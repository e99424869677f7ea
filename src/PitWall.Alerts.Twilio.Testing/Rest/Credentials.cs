using System.Text;

namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>Reads HTTP Basic credentials and decides whose they are. Source: RFC 7617; Twilio docs, "API requests".</summary>
internal sealed class Credentials(TwilioSandboxOptions options)
{
    private const string Scheme = "Basic ";

    public Principal Identify(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return Principal.Nobody;

        var bytes = new byte[authorization.Length];
        if (!Convert.TryFromBase64String(authorization[Scheme.Length..].Trim(), bytes, out var length)) return Principal.Nobody;

        return Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var user, var password] ? Identify(user, password) : Principal.Nobody;
    }

    private Principal Identify(string user, string password) =>
        user == options.AccountSid && password == options.AuthToken ? Principal.AuthToken
        : user == options.ApiKeySid && password == options.ApiKeySecret ? Principal.ApiKey
        : user == options.TestAccountSid && password == options.TestAuthToken ? Principal.TestToken
        : Principal.Nobody;
}
