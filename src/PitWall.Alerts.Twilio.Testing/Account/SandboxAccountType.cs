namespace PitWall.Alerts.Twilio.Testing;

/// <summary>The type of the account. Source: twilio/twilio-oai, <c>account_enum_type</c>.</summary>
public enum SandboxAccountType
{
    /// <summary>A paid account.</summary>
    Full,

    /// <summary>A trial account: it reaches only verified numbers and puts a note in front of every text.</summary>
    Trial,
}
