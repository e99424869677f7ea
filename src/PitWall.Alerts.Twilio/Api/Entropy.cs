using System.Buffers.Text;
using System.Security.Cryptography;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>The one place chance comes from, so that tests can take it away.</summary>
internal class Entropy
{
    private const int IdBytes = 12;
    private const int IdsAtOnce = 64;

    [ThreadStatic]
    private static byte[]? _random;

    [ThreadStatic]
    private static int _left;

    /// <summary>A number from 0 up to and without 1, for back-off.</summary>
    public virtual double NextDouble() => Random.Shared.NextDouble();

    /// <summary>64 unguessable random bits.</summary>
    public virtual ulong NextBits()
    {
        Span<byte> bits = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(bits);
        return BitConverter.ToUInt64(bits);
    }

    /// <summary>An alert id: 16 URL-safe characters of 96 random bits, unguessable and shared by no two hosts.</summary>
    public virtual string NextId()
    {
        // The system is asked for many ids at once: one question costs more than all the rest of an id. Each thread has its own, so
        // that none waits for another.
        var random = _random ??= new byte[IdBytes * IdsAtOnce];
        if (_left == 0)
        {
            RandomNumberGenerator.Fill(random);
            _left = random.Length;
        }

        var next = random.AsSpan(_left - IdBytes, IdBytes);
        _left -= IdBytes;
        var id = Base64Url.EncodeToString(next);
        next.Clear();
        return id;
    }
}
