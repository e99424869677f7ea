namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>A calling code as it lies in the plan.</summary>
internal struct CodeRecord
{
    internal ushort Code;

    /// <summary>How many digits the code has; 0 for none.</summary>
    internal ushort Digits;

    /// <summary>Where a walk over national digits starts.</summary>
    internal ushort Start;

    internal ushort MainRegion;

    /// <summary>How many regions share the code.</summary>
    internal ushort Regions;
}
