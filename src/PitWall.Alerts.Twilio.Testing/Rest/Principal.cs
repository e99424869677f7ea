namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>Who makes a request.</summary>
internal enum Principal
{
    /// <summary>Someone without valid credentials.</summary>
    Nobody,

    /// <summary>The account, by its auth token.</summary>
    AuthToken,

    /// <summary>A standard API key, which may use everything but the account itself.</summary>
    ApiKey,

    /// <summary>The test credentials, which send nothing.</summary>
    TestToken,
}
