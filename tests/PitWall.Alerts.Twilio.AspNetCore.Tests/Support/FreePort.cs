using System.Net;
using System.Net.Sockets;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>Finds a port for a host that must know its own address before it listens.</summary>
/// <remarks>
/// Below the ports that systems give to connections (32768 and up on Linux, 49152 on others): the one that was just found free would now and
/// then be given to a connection of another test before its host listens.
/// </remarks>
internal static class FreePort
{
    private const int First = 10_000;
    private const int Count = 20_000;

    // Each test has a port of its own, and other processes begin elsewhere.
    private static int _next = Random.Shared.Next(Count);

    public static int Take()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _next) % Count);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                // Another program's.
            }
        }
    }
}
