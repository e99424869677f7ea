using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>Where requests go and where reports come back.</summary>
internal static class AddressRules
{
    private const int LongestLabel = 63;

    public static void Check(OptionFailures failures, PitWallTwilioOptions o)
    {
        failures.Check(IsEmptyOrLabel(o.Edge), "Edge", "must be a name such as dublin.");
        failures.Check(IsEmptyOrLabel(o.Region), "Region", "must be a name such as ie1.");
        if (o.BaseAddress is { } root)
        {
            failures.Check(
                root.IsAbsoluteUri && (root.Scheme == Uri.UriSchemeHttps || (root.Scheme == Uri.UriSchemeHttp && root.IsLoopback)),
                "BaseAddress", "must be an absolute https address, or http on loopback: credentials travel with every request.");
            failures.Check(
                !root.IsAbsoluteUri || root is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 },
                "BaseAddress", "must have no user, query or fragment.");
            failures.Check(
                string.IsNullOrEmpty(o.Edge) && string.IsNullOrEmpty(o.Region), "BaseAddress", "goes without Edge and Region, which it would hide.");
        }

        if (o.StatusCallback is { } callback)
            Callback(failures, callback);
    }

    /// <summary>An address that paths are added to.</summary>
    public static bool IsRoot(Uri address) =>
        WebAddress.FindProblem(address) is null && address is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 };

    private static void Callback(OptionFailures failures, Uri callback)
    {
        if (WebAddress.FindCallbackProblem(callback, AlertCallback.AddedCharacters) is { } problem)
        {
            failures.Add("StatusCallback", problem);
            return;
        }

        failures.Check(
            !callback.Query.TrimStart('?').Split('&').Any(p => p.StartsWith(AlertCallback.IdParameter + "=", StringComparison.Ordinal)),
            "StatusCallback", $"must have no parameter {AlertCallback.IdParameter} of its own: the alert's id travels in it.");
    }

    private static bool IsEmptyOrLabel(string? value) =>
        string.IsNullOrEmpty(value)
        || (value.Length <= LongestLabel && value[0] != '-' && value[^1] != '-' && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
}
