using System.Text;
using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>
/// Makes one number of what makes two alerts one: recipient, channel and the caller's key, else kind, type and message. So nothing of an
/// alert's text has to be kept.
/// </summary>
/// <remarks>
/// Two polynomials over the integers modulo 2^61 - 1, evaluated at points nobody knows (Carter and Wegman, "Universal classes of hash
/// functions", 1979). Two alerts of n words, of eight ASCII characters or three others each, have one key with a probability of at most
/// (n / 2^61)^2, whatever they say: less than 10^-30 for texts of 1,600 characters.
/// </remarks>
internal sealed class DuplicateKeys(Entropy entropy)
{
    private const ulong Prime = (1UL << 61) - 1;
    private const int BitsOfPrime = 61;

    /// <summary>No alert has this kind: a caller's own key never meets a made one.</summary>
    private const AlertKind Own = 0;

    private readonly ulong _first = Point(entropy);
    private readonly ulong _second = Point(entropy);

    public UInt128 Of(AlertJob job) =>
        job.DeduplicationKey is { } key ? Of(job.Recipient, job.Channel, Own, string.Empty, key)
        : job.Alert is { } alert ? Of(job.Recipient, job.Channel, job.Kind, job.Type, alert.Message)
        : Of(job.Recipient, job.Channel, job.Batch!);

    public UInt128 Of(E164PhoneNumber recipient, AlertChannel channel, AlertKind kind, string type, string text)
    {
        var sum = default((ulong First, ulong Second));
        Add(ref sum, recipient.Digits);
        Add(ref sum, ((ulong)channel << 8) | (uint)kind);
        Add(ref sum, type);
        Add(ref sum, text);
        return new UInt128(sum.First, sum.Second);
    }

    private UInt128 Of(E164PhoneNumber recipient, AlertChannel channel, AlertBatch batch)
    {
        var sum = default((ulong First, ulong Second));
        Add(ref sum, recipient.Digits);
        Add(ref sum, ((ulong)channel << 8) | (uint)AlertKind.Batch);
        foreach (var alert in batch.Alerts)
        {
            Add(ref sum, (uint)alert.Kind);
            Add(ref sum, AlertJobFactory.TypeOf(alert));
            Add(ref sum, alert.Message);
        }

        return new UInt128(sum.First, sum.Second);
    }

    // The length first, so that no text is the beginning of another; and whether it is ASCII, so that none is another one packed tighter.
    private void Add(ref (ulong First, ulong Second) sum, ReadOnlySpan<char> text)
    {
        var isAscii = Ascii.IsValid(text);
        var (inWord, bits) = isAscii ? (8, 7) : (3, 16);
        Add(ref sum, ((ulong)text.Length << 1) | (isAscii ? 1UL : 0));
        for (; text.Length > inWord; text = text[inWord..])
            Add(ref sum, Pack(text[..inWord], bits));

        Add(ref sum, Pack(text, bits));
    }

    private static ulong Pack(ReadOnlySpan<char> characters, int bits)
    {
        var word = 0UL;
        foreach (var character in characters)
            word = (word << bits) | character;

        return word;
    }

    private void Add(ref (ulong First, ulong Second) sum, ulong word) => sum = (Step(sum.First, _first, word), Step(sum.Second, _second, word));

    /// <summary>The sum times the point, plus a word of fewer bits than the prime, modulo the prime.</summary>
    private static ulong Step(ulong sum, ulong point, ulong word)
    {
        var high = Math.BigMul(sum, point, out var low);
        return Reduce((low & Prime) + ((low >> BitsOfPrime) | (high << (64 - BitsOfPrime))) + word);
    }

    private static ulong Reduce(ulong value)
    {
        value = (value & Prime) + (value >> BitsOfPrime);
        return value >= Prime ? value - Prime : value;
    }

    private static ulong Point(Entropy entropy) => Reduce(entropy.NextBits());
}
