namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>What a prefix pattern matched.</summary>
/// <param name="Length">How many digits.</param>
internal readonly record struct PrefixMatch(int Length)
{
    // Two groups are the most a rule of the plan has; a position is kept plus one, so that 0 stands for none.
    private readonly int _start1;
    private readonly int _end1;
    private readonly int _start2;
    private readonly int _end2;

    private PrefixMatch(PrefixMatch from, int slot, int position)
        : this(from.Length)
    {
        _start1 = slot == 2 ? position + 1 : from._start1;
        _end1 = slot == 3 ? position + 1 : from._end1;
        _start2 = slot == 4 ? position + 1 : from._start2;
        _end2 = slot == 5 ? position + 1 : from._end2;
    }

    internal PrefixMatch Save(int slot, int position) => new(this, slot, position);

    /// <summary>The digits of a group; empty when it took no part.</summary>
    internal ReadOnlySpan<byte> Group(int group, ReadOnlySpan<byte> digits)
    {
        var (start, end) = group == 1 ? (_start1, _end1) : (_start2, _end2);

        return end == 0 ? default : digits[(start - 1)..(end - 1)];
    }
}
