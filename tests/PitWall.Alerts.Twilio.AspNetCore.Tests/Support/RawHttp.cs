using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>Requests that no HTTP client would make.</summary>
internal static class RawHttp
{
    /// <returns>The status; 0 when the server hung up without one.</returns>
    public static async Task<int> GetStatusAsync(Func<TcpClient> connect, string request)
    {
        using var client = connect();
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        var buffer = new byte[64];
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            var read = await stream.ReadAtLeastAsync(buffer, 12, throwOnEndOfStream: false, deadline.Token);
            var line = Encoding.Latin1.GetString(buffer, 0, read);
            return read < 12 ? 0 : int.Parse(line.AsSpan(9, 3), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
