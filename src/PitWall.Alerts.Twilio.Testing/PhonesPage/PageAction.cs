namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>The body of an action; each uses what it needs.</summary>
internal sealed record PageAction
{
    /// <summary>The phone's number.</summary>
    public string? Phone { get; init; }

    /// <summary>The account's number that is written to or called, in E.164; null for the default.</summary>
    public string? To { get; init; }

    public string? Body { get; init; }

    public bool WhatsApp { get; init; }

    /// <summary>The call's SID.</summary>
    public string? Sid { get; init; }

    public string? Keys { get; init; }

    public string? Name { get; init; }

    /// <summary>What becomes of texts to the phone.</summary>
    public string? Texts { get; init; }

    /// <summary>What becomes of calls to the phone.</summary>
    public string? Calls { get; init; }

    /// <summary>The fault's key.</summary>
    public string? Fault { get; init; }

    public bool On { get; init; }

    /// <summary>The share of requests, above 0 and up to 1; null for all.</summary>
    public double? Share { get; init; }
}
