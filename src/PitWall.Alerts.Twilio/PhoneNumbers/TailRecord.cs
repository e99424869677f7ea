namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>A tail as it lies in the plan.</summary>
internal struct TailRecord
{
    /// <summary>How many more digits make a number, as a set: bit n stands for n digits.</summary>
    internal uint Lengths;

    /// <summary>Where the labels of these lengths are.</summary>
    internal uint Labels;
}
