using System.Net;
using System.Net.Sockets;

namespace FaultMatrix.Matrix;

/// <summary>Connects for an HTTP client, to where nobody listens or to a name that does not exist when told so.</summary>
internal sealed class FaultyConnector
{
    /// <summary>The port of tcpmux (RFC 1078), which nothing serves.</summary>
    private const int DeadPort = 1;

    /// <summary>A name that never resolves (RFC 2606, section 2).</summary>
    private const string NoHost = "pitwall.invalid";

    public Func<ConnectFault> Fault { get; set; } = static () => ConnectFault.None;

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        EndPoint target = Fault() switch
        {
            ConnectFault.Refused => new IPEndPoint(IPAddress.Loopback, DeadPort),
            ConnectFault.UnknownHost => new IPEndPoint((await Dns.GetHostAddressesAsync(NoHost, cancellationToken))[0], context.DnsEndPoint.Port),
            _ => new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port),
        };
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
