namespace PitWall.Alerts.Twilio;

/// <summary>The ids of everything this library logs, in one range per area. An id is never renumbered or reused.</summary>
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

    /// <summary>The gate held back a create of the thin client (information).</summary>
    public const int GateRefused = 1101;

    /// <summary>Twilio reported an opt-out, but the opt-out list threw when it was to be recorded (error).</summary>
    public const int OptOutNotNoted = 1102;

    /// <summary>Nothing is configured; no alert is sent (warning).</summary>
    public const int NotConfigured = 1201;

    /// <summary>A reload brought invalid options; the last valid ones stay in force (error).</summary>
    public const int InvalidReload = 1202;

    /// <summary>There is no auth token, so no webhook can be verified and all are refused (warning).</summary>
    public const int NoTokenForWebhooks = 1203;

    /// <summary>An alert was not sent, or may have been (error).</summary>
    public const int AlertFailed = 2001;

    /// <summary>An alert was held back (information; warning for a critical one, unless as a duplicate, superseded or cancelled).</summary>
    public const int AlertSuppressed = 2002;

    /// <summary>Twilio accepted an alert (debug).</summary>
    public const int AlertAccepted = 2003;

    /// <summary>The service stopped before these alerts were sent (warning).</summary>
    public const int LeftAtShutdown = 2004;

    /// <summary>A webhook request was refused: not signed, or for another account (warning).</summary>
    public const int WebhookRefused = 3001;

    /// <summary>A signed webhook request carried nothing that its endpoint handles (debug).</summary>
    public const int WebhookNotUnderstood = 3002;

    /// <summary>A status was reported (debug).</summary>
    public const int StatusReported = 3003;

    /// <summary>A reported status contradicts a known final one; it is not applied (warning).</summary>
    public const int StatusContradiction = 3004;

    /// <summary>A host's handler threw or took too long (error).</summary>
    public const int HandlerFailed = 3005;

    /// <summary>Someone sent STOP or START (information).</summary>
    public const int OptOutChanged = 3006;

    /// <summary>A call asked for words with a token that is unknown or too old, and was hung up (warning).</summary>
    public const int CallScriptUnknown = 3007;

    /// <summary>A person confirmed having heard an alert (information).</summary>
    public const int AlertHeard = 3008;

    /// <summary>A callback names an alert that already belongs to another message (warning).</summary>
    public const int SecondMessageOfAlert = 3009;

    /// <summary>Polling Twilio for the status of a message failed; it is polled again later (debug).</summary>
    public const int PollFailed = 3101;

    /// <summary>The final status of a message did not become known in time; it is no longer polled (information).</summary>
    public const int PollGivenUp = 3102;

    /// <summary>So many alerts wait to be polled that the status of further ones is not polled (warning).</summary>
    public const int PollScheduleFull = 3103;
}
