using System.Net;
using System.Net.Sockets;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>Finds a port for a host that must know its own address before it listens.</summary>
internal static class FreePort
{
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
