namespace PitWall.Alerts.Twilio.Api;

/// <summary>
/// Keeps what is under way by a small number, so that what stays for long can refer to it without being looked through by every garbage
/// collection. Not thread-safe.
/// </summary>
internal sealed class UnderWayTable<T>
{
    private const int FirstLength = 64;

    // Place 0 stays empty: it stands for nothing.
    private T?[] _items = new T?[FirstLength];
    private int[] _nextFree = new int[FirstLength];
    private int _firstFree;
    private int _used = 1;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>All there are, and between them <see langword="default"/> for every place that is empty.</summary>
    public ReadOnlySpan<T?> Places => _items.AsSpan(0, _used);

    /// <summary>What is at a place; <see langword="default"/> at 0.</summary>
    public T? this[int place] => _items[place];

    /// <returns>Its place, 1 and up.</returns>
    public int Add(T item)
    {
        Count++;
        var place = _firstFree;
        if (place != 0)
        {
            _firstFree = _nextFree[place];
        }
        else
        {
            place = _used++;
            if (place == _items.Length)
            {
                Array.Resize(ref _items, 2 * place);
                Array.Resize(ref _nextFree, 2 * place);
            }
        }

        _items[place] = item;
        return place;
    }

    /// <summary>Frees a place; does nothing at 0.</summary>
    public void Remove(int place)
    {
        if (place == 0)
            return;

        Count--;
        _items[place] = default;
        (_nextFree[place], _firstFree) = (_firstFree, place);
    }
}
