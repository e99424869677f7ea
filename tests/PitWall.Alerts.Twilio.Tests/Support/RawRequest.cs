using System.Text;

namespace PitWall.Alerts.Twilio.Tests;

/// <summary>A request byte by byte, as it came over the wire.</summary>
/// <param name="Connection">Which connection it came over, from 1.</param>
/// <param name="Line">The request line, such as <c>GET / HTTP/1.1</c>.</param>
/// <param name="Headers">The header lines.</param>
/// <param name="Body">The body.</param>
internal sealed record RawRequest(int Connection, string Line, IReadOnlyList<string> Headers, byte[] Body)
{
    public string Target => Line.Split(' ')[1];

    public string BodyText => Encoding.ASCII.GetString(Body);

    /// <summary>The fields of the form, decoded, in the order they were sent.</summary>
    public IReadOnlyList<(string Name, string Value)> Form => FormDecoder.Decode(Body);

    public string? Header(string name) =>
        Headers.FirstOrDefault(h => h.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
}
