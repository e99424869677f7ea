namespace RaceReplay.Clock;

/// <summary>An answer that is here but not read yet: its request leaves the wire when the reader is done with it.</summary>
internal sealed class WireContent : ByteArrayContent
{
    private Wire? _wire;

    public WireContent(byte[] answer, HttpContent original, Wire wire)
        : base(answer)
    {
        _wire = wire;
        foreach (var header in original.Headers.NonValidated)
            Headers.TryAddWithoutValidation(header.Key, header.Value);
    }

    protected override void Dispose(bool disposing)
    {
        Interlocked.Exchange(ref _wire, null)?.Leave();
        base.Dispose(disposing);
    }
}
