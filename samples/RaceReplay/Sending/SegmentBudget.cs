namespace RaceReplay.Sending;

/// <summary>
/// The most segments a replay may spend. What an alert will cost is known only once it is sent, so the worst is set aside first and the rest given back: the
/// budget is never overdrawn. Thread-safe.
/// </summary>
/// <param name="segments">The budget; <see langword="null"/> for none.</param>
internal sealed class SegmentBudget(int? segments)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _settled = NewSource();
    private int _spent;
    private int _setAside;

    /// <summary>Sets segments aside, if need be once alerts under way have given some back.</summary>
    /// <returns><see langword="false"/> when they are spent.</returns>
    public async Task<bool> SetAsideAsync(int worst)
    {
        while (true)
        {
            Task settled;
            lock (_lock)
            {
                if (segments is not { } budget || _spent + _setAside + worst <= budget)
                {
                    _setAside += worst;
                    return true;
                }

                if (_setAside == 0)
                    return false;
                settled = _settled.Task;
            }

            await settled;
        }
    }

    public void Settle(int worst, int spent)
    {
        TaskCompletionSource settled;
        lock (_lock)
        {
            _setAside -= worst;
            _spent += spent;
            (settled, _settled) = (_settled, NewSource());
        }

        settled.SetResult();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
