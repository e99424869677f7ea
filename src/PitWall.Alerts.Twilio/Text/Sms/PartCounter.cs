namespace PitWall.Alerts.Twilio.Text;

/// <summary>Where the next unit of a concatenated text goes.</summary>
internal struct PartCounter
{
    private readonly int _size;

    public PartCounter(int size, int reserved)
    {
        _size = size;
        Parts = 1;
        AddSingles(reserved);
    }

    public int Parts { get; private set; }

    public int Used { get; private set; }

    public readonly int Room => _size - Used;

    public void AddSingles(int count)
    {
        Used += count;
        if (Used <= _size)
            return;

        Parts += (Used - 1) / _size;
        Used = ((Used - 1) % _size) + 1;
    }

    public void AddPair()
    {
        if (Used + 2 > _size)
            Next();

        Used += 2;
    }

    public void Next()
    {
        Parts++;
        Used = 0;
    }
}
