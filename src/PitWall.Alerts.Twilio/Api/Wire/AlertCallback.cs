namespace PitWall.Alerts.Twilio.Api;

/// <summary>
/// The options' status callback with room for an alert's id, so that a report identifies its alert even if the SID was never seen.
/// </summary>
internal sealed class AlertCallback
{
    /// <summary>The query parameter that carries the alert's id.</summary>
    public const string IdParameter = "alert";

    /// <summary>What an id adds: a separator, the parameter, an equals sign and the id's 16 characters.</summary>
    public const int AddedCharacters = 1 + 5 + 1 + 16;

    public AlertCallback(Uri callback)
    {
        var address = WebAddress.OnWire(callback);

        // The fragment carries Twilio's connection overrides (#rc=2) and stays last.
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        After = hash < 0 ? string.Empty : address[hash..];
        if (hash >= 0)
            address = address[..hash];

        var separator = !address.Contains('?', StringComparison.Ordinal) ? "?" : address[^1] is '?' or '&' ? string.Empty : "&";
        Before = $"{address}{separator}{IdParameter}=";
    }

    /// <summary>The part before the id.</summary>
    public string Before { get; }

    /// <summary>What stands after it.</summary>
    public string After { get; }
}
