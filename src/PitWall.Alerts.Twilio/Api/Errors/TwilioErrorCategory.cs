namespace PitWall.Alerts.Twilio;

/// <summary>The category of a Twilio error code.</summary>
public enum TwilioErrorCategory
{
    /// <summary>A code that this version does not know and cannot classify by its range.</summary>
    Unknown = 0,

    /// <summary>Not an error but information.</summary>
    Information,

    /// <summary>The request is wrong.</summary>
    Request,

    /// <summary>The credentials are wrong or may not do this.</summary>
    Authentication,

    /// <summary>The account is suspended, on trial, or may not do this.</summary>
    Account,

    /// <summary>Something set in the Console or in the options is wrong.</summary>
    Configuration,

    /// <summary>The sender does not exist, belongs to another account or cannot do this.</summary>
    Sender,

    /// <summary>The recipient does not exist or cannot be reached this way.</summary>
    Recipient,

    /// <summary>The recipient has opted out.</summary>
    OptOut,

    /// <summary>The account may not send to this country.</summary>
    Geography,

    /// <summary>The text or media is not acceptable.</summary>
    Content,

    /// <summary>The WhatsApp template is missing, wrong or not approved.</summary>
    Template,

    /// <summary>The 24-hour WhatsApp window is closed.</summary>
    Window,

    /// <summary>A rule of Twilio, a carrier or a channel forbids it.</summary>
    Policy,

    /// <summary>Too many requests or messages at once.</summary>
    Throttle,

    /// <summary>Twilio or a channel provider has a problem.</summary>
    Server,

    /// <summary>The carrier or the phone has a problem that may pass.</summary>
    Carrier,

    /// <summary>The resource is not in a state that allows this.</summary>
    State,

    /// <summary>The validity period ended at Twilio.</summary>
    Expired,

    /// <summary>A webhook could not be called or did not answer properly.</summary>
    Webhook,

    /// <summary>The TwiML is wrong.</summary>
    Twiml,
}
