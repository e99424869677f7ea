namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>A table of the plan, in place. Unlike a span it can be kept; like one it checks its bounds.</summary>
/// <typeparam name="T">What the table is made of.</typeparam>
internal readonly unsafe struct PlanSection<T>
    where T : unmanaged
{
    private readonly T* _start;

    internal PlanSection(ReadOnlySpan<byte> unmanaged)
    {
        fixed (byte* start = unmanaged)
        {
            _start = (T*)start;
        }

        Length = unmanaged.Length / sizeof(T);
    }

    internal int Length { get; }

    internal ReadOnlySpan<T> Span => new(_start, Length);

    internal T this[int index] => Span[index];
}
