using System.Buffers.Text;
using System.Security.Cryptography;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>The one place chance comes from, so that tests can take it away.</summary>
internal class Entropy
{
    private const int IdBytes = 12;
    private const int IdsAtOnce = 64;

    private readonly Lock _gate = new();
    private readonly byte[] _random = new byte[IdBytes * IdsAtOnce];
    private int _used = IdBytes * IdsAtOnce;

    /// <summary>A number from 0 up to and without 1, for back-off.</summary>
    public virtual double NextDouble() => Random.Shared.NextDouble();

    /// <summary>64 random bits that nobody guesses.</summary>
    public virtual ulong NextBits()
    {
        Span<byte> bits = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(bits);
        return BitConverter.ToUInt64(bits);
    }

    /// <summary>An alert id: 16 URL-safe characters of 96 random bits, which nobody guesses and no two hosts share.</summary>
    public virtual string NextId()
    {
        Span<byte> bits = stackalloc byte[IdBytes];
        lock (_gate)
        {
            // The system is asked for many ids at once: one question costs more than all the rest of an id.
            if (_used == _random.Length)
            {
                RandomNumberGenerator.Fill(_random);
                _used = 0;
            }

            var next = _random.AsSpan(_used, IdBytes);
            next.CopyTo(bits);
            next.Clear();
            _used += IdBytes;
        }

        return Base64Url.EncodeToString(bits);
    }
}
