namespace PitWall.Alerts.Twilio;

/// <summary>What the numbering plan says about a number.</summary>
public enum PhoneNumberValidity
{
    /// <summary>There is no number (<see cref="E164PhoneNumber.HasValue"/> is <see langword="false"/>).</summary>
    None = 0,

    /// <summary>The shape is E.164, but the calling code is not assigned or no number under it has this length.</summary>
    Impossible,

    /// <summary>Calling code and length are right, but no known plan contains the range. Mistyped, or newer than the plan.</summary>
    Possible,

    /// <summary>The number lies in a range of the plan. Only the network knows whether it is in service.</summary>
    Valid,
}
