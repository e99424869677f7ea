namespace PitWall.Alerts.Twilio.Testing.Storage;

/// <summary>Resources in the order of their creation, found by SID. Not safe for concurrent use: its owner locks.</summary>
/// <param name="capacity">How many are kept. Beyond that, the oldest that may be forgotten are.</param>
/// <param name="sidOf">The SID of one.</param>
/// <param name="isSettled">Whether one may be forgotten.</param>
/// <param name="forgotten">Called with each one that was forgotten.</param>
internal sealed class ResourceList<T>(int capacity, Func<T, string> sidOf, Func<T, bool> isSettled, Action<T> forgotten)
    where T : class
{
    private readonly LinkedList<T> _inOrder = [];
    private readonly Dictionary<string, LinkedListNode<T>> _bySid = [];

    /// <summary>All, oldest first.</summary>
    public IEnumerable<T> All => _inOrder;

    public void Add(T resource)
    {
        _bySid.Add(sidOf(resource), _inOrder.AddLast(resource));
        for (var node = _inOrder.First; _inOrder.Count > capacity && node is not null;)
        {
            var next = node.Next;
            if (isSettled(node.Value))
            {
                forgotten(node.Value);
                Remove(sidOf(node.Value));
            }

            node = next;
        }
    }

    public T? Find(string sid) => _bySid.GetValueOrDefault(sid)?.Value;

    public bool Remove(string sid)
    {
        if (!_bySid.Remove(sid, out var node)) return false;

        _inOrder.Remove(node);
        return true;
    }

    /// <summary>
    /// The newest that fit, newest first, at most <paramref name="count"/>: those behind the one with <paramref name="afterSid"/> or, when
    /// that is not known, those behind the first <paramref name="skip"/> that fit.
    /// </summary>
    public List<TView> Page<TView>(Func<T, TView> view, Func<TView, bool> fits, string? afterSid, int skip, int count)
    {
        var node = _inOrder.Last;
        if (afterSid is not null && _bySid.TryGetValue(afterSid, out var after))
        {
            node = after.Previous;
            skip = 0;
        }

        var page = new List<TView>();
        for (; node is not null && page.Count < count; node = node.Previous)
        {
            var shown = view(node.Value);
            if (fits(shown) && skip-- <= 0) page.Add(shown);
        }

        return page;
    }
}
