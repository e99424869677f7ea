namespace PitWall.Alerts.Twilio;

/// <summary>The ids of everything this library logs. Ranges by room; an id is never renumbered or used again.</summary>
public static class AlertEventIds
{
    /// <summary>A request that is safe to repeat is repeated (debug).</summary>
    public const int Repeating = 1001;

    /// <summary>The answer to a create was lost; Twilio's list is searched (warning).</summary>
    public const int AnswerLost = 1002;

    /// <summary>A create whose answer was lost was found (information).</summary>
    public const int Reconciled = 1003;

    /// <summary>A critical alert was not seen in the list and is sent again; a duplicate is possible (warning).</summary>
    public const int SendingUnseenAgain = 1004;

    /// <summary>Twilio refused the account; requests are held back (error).</summary>
    public const int CircuitOpened = 1005;

    /// <summary>The gate held a create of the thin client back (information).</summary>
    public const int GateRefused = 1101;

    /// <summary>Nothing is configured; alerts go nowhere (warning).</summary>
    public const int NotConfigured = 1201;

    /// <summary>A reload brought invalid options; the last valid ones stay (error).</summary>
    public const int InvalidReload = 1202;

    /// <summary>There is no auth token, so no webhook can be verified and all are refused (warning).</summary>
    public const int NoTokenForWebhooks = 1203;

    /// <summary>An alert was not sent, or may have been (error).</summary>
    public const int AlertFailed = 2001;

    /// <summary>An alert was held back (information).</summary>
    public const int AlertSuppressed = 2002;

    /// <summary>Twilio took an alert (debug).</summary>
    public const int AlertAccepted = 2003;

    /// <summary>The service stopped before these alerts were sent (warning).</summary>
    public const int LeftAtShutdown = 2004;
}
