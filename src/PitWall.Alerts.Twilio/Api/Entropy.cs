using System.Buffers.Text;
using System.Security.Cryptography;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>The one place chance comes from, so that tests can take it away.</summary>
internal class Entropy
{
    /// <summary>A number from 0 up to and without 1, for back-off.</summary>
    public virtual double NextDouble() => Random.Shared.NextDouble();

    /// <summary>An alert id: 16 URL-safe characters of 96 random bits, which nobody guesses and no two hosts share.</summary>
    public virtual string NextId()
    {
        Span<byte> bits = stackalloc byte[12];
        RandomNumberGenerator.Fill(bits);
        return Base64Url.EncodeToString(bits);
    }
}
