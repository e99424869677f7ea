using System.Globalization;

namespace PitWall.Alerts.Twilio.Testing.Storage;

/// <summary>Makes SIDs and other identities: unique within a sandbox, the same again for the same seed.</summary>
internal sealed class SidFactory(int seed)
{
    private long _last;

    /// <summary>Two letters and 32 hex digits.</summary>
    public string Next(string prefix) => prefix + NextHex();

    public string NextHex()
    {
        var number = (ulong)Interlocked.Increment(ref _last);
        var high = Mix(((ulong)(uint)seed << 32) ^ number);
        var low = Mix(high ^ number);
        return string.Create(CultureInfo.InvariantCulture, $"{high:x16}{low:x16}");
    }

    /// <summary>A UUID, as in Twilio's idempotency tokens.</summary>
    public string NextGuid() => Guid.ParseExact(NextHex(), "N").ToString("D");

    /// <summary>
    /// The finalizer of SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators"): it spreads a counter, one to
    /// one.
    /// </summary>
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
