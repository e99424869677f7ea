using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace FaultMatrix.Wire;

/// <summary>
/// A raw TCP server on loopback that takes creates, lists them, and can go wrong in every way a network can. It knows what reached
/// the phone, whatever it told.
/// </summary>
internal sealed class WireServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Socket, byte> _sockets = [];
    private readonly ConcurrentQueue<WireRequest> _requests = [];
    private readonly TimeProvider _clock;
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;

    /// <param name="clock">The server's time. Default the system's.</param>
    /// <param name="certificate">Makes it speak TLS.</param>
    public WireServer(TimeProvider? clock = null, X509Certificate2? certificate = null)
    {
        _clock = clock ?? TimeProvider.System;
        _certificate = certificate;
        Store = new WireStore(_clock);
        _listener.Start(512);
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"{(_certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public WireStore Store { get; }

    /// <summary>Every request that was read whole, oldest first.</summary>
    public IReadOnlyList<WireRequest> Requests => [.. _requests];

    public IEnumerable<WireRequest> Creates => _requests.Where(r => r.IsCreate);

    /// <summary>Chooses what goes wrong with a request; <see langword="null"/> for nothing.</summary>
    public Func<WireRequest, WireFault?> Fault { get; set; } = static _ => null;

    /// <summary>Chooses whether a new connection is reset, or its TLS handshake answered with nonsense, before anything is read.</summary>
    public Func<ConnectionBreak> Break { get; set; } = static () => ConnectionBreak.None;

    /// <summary>Whether connections stay open for the next request. Default <see langword="true"/>.</summary>
    public bool KeepsAlive { get; set; } = true;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        foreach (var socket in _sockets.Keys)
            socket.Dispose();

        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                socket.NoDelay = true;
                _sockets.TryAdd(socket, 0);
                _ = ServeAsync(socket);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            using var network = new NetworkStream(socket, ownsSocket: true);
            await using var stream = await HandshakeAsync(socket, network);
            if (stream is not null)
                await ServeAsync(socket, stream);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client has gone, or we are stopping.
        }
        finally
        {
            _sockets.TryRemove(socket, out _);
        }
    }

    private async Task<Stream?> HandshakeAsync(Socket socket, NetworkStream network)
    {
        switch (Break())
        {
            case ConnectionBreak.Reset:
                Reset(socket);
                return null;
            case ConnectionBreak.NoTls:
                await network.WriteAsync("HTTP/1.0 400 Bad Request\r\n\r\n"u8.ToArray(), _stop.Token);
                return null;
        }

        if (_certificate is null)
            return network;

        var tls = new SslStream(network);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
        return tls;
    }

    private async Task ServeAsync(Socket socket, Stream stream)
    {
        var connection = new WireConnection(stream);
        while (await connection.ReadAsync(_stop.Token) is { } request)
        {
            _requests.Enqueue(request);
            var fault = Fault(request);
            var (answer, shown) = Answer(request, fault);
            if (fault?.Resets == true)
            {
                Reset(socket);
                return;
            }

            if (fault?.Closes == true || !await WriteAsync(stream, answer, fault))
                return;

            Store.NoteListed(shown);
            if (!KeepsAlive)
                return;
        }
    }

    private (WireAnswer Answer, IReadOnlyList<WireMessage> Shown) Answer(WireRequest request, WireFault? fault)
    {
        if (!request.IsCreate)
        {
            var (list, shown) = Store.List(request);
            return fault is null ? (list, shown) : (fault.Answer ?? list, []);
        }

        var message = fault is null or { TakesEffect: true } ? Store.Add(request, fault?.ListLag ?? TimeSpan.Zero) : null;
        return (fault?.Answer ?? (message is null ? WireAnswer.Error(500, 20500) : WireStore.Created(message)), []);
    }

    private async Task<bool> WriteAsync(Stream stream, WireAnswer answer, WireFault? fault)
    {
        if (fault is { HeaderDelay: var before } && before > TimeSpan.Zero)
            await Task.Delay(before, _clock, _stop.Token);

        var (head, body) = answer.ToBytes(_clock.GetUtcNow(), KeepsAlive);
        if (fault is null or { CutsBody: false, BodyDelay.Ticks: 0 })
        {
            await stream.WriteAsync((byte[])[.. head, .. body], _stop.Token);
            return true;
        }

        await stream.WriteAsync((byte[])[.. head, .. body[..(body.Length / 2)]], _stop.Token);
        await stream.FlushAsync(_stop.Token);
        if (fault.CutsBody)
            return false;

        await Task.Delay(fault.BodyDelay, _clock, _stop.Token);
        await stream.WriteAsync(body.AsMemory(body.Length / 2), _stop.Token);
        return true;
    }

    /// <summary>Closes so that the client sees a reset and no orderly end: without lingering, TCP sends RST.</summary>
    private static void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
    }
}
