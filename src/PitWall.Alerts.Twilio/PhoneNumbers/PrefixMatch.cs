namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>What a prefix pattern matched.</summary>
internal struct PrefixMatch
{
    /// <summary>How many digits.</summary>
    internal int Length;

    // Two groups are the most a rule of the plan has; a position is kept plus one, so that 0 stands for none.
    private int _start1;
    private int _end1;
    private int _start2;
    private int _end2;

    /// <summary>Remembers a position: slot 2 is the start of group 1, slot 3 its end, and so on.</summary>
    internal void Save(int slot, int position)
    {
        switch (slot)
        {
            case 2:
                _start1 = position + 1;
                break;
            case 3:
                _end1 = position + 1;
                break;
            case 4:
                _start2 = position + 1;
                break;
            default:
                _end2 = position + 1;
                break;
        }
    }

    /// <summary>The digits of a group; empty when it took no part.</summary>
    internal readonly ReadOnlySpan<byte> Group(int group, ReadOnlySpan<byte> digits)
    {
        var (start, end) = group == 1 ? (_start1, _end1) : (_start2, _end2);

        return end == 0 ? default : digits[(start - 1)..(end - 1)];
    }
}
