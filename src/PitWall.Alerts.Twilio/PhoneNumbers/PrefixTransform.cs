namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>What takes the place of a national prefix: some digits, then a group of the match. The Argentine 15 becomes a 9 this way.</summary>
/// <param name="Offset">Where it lies in the programs: group, count, digits. 0 for none.</param>
internal readonly record struct PrefixTransform(int Offset)
{
    internal bool IsNone => Offset == 0;

    internal int Group => PlanResource.Programs[Offset];

    /// <summary>Writes the digits and gives their count.</summary>
    internal int Write(Span<byte> destination)
    {
        var count = PlanResource.Programs[Offset + 1];

        for (var i = 0; i < count; i++)
        {
            destination[i] = (byte)PlanResource.Programs[Offset + 2 + i];
        }

        return count;
    }
}
