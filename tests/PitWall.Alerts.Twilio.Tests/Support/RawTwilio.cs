using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PitWall.Alerts.Twilio.Tests;

/// <summary>A server on loopback that says exactly the bytes it is told, for everything that an honest one would never say.</summary>
internal sealed class RawTwilio : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly List<RawRequest> _requests = [];
    private readonly List<Task> _work = [];
    private readonly Func<RawRequest, RawAnswer> _answer;
    private readonly SemaphoreSlim _arrived = new(0);
    private int _connections;

    private RawTwilio(Func<RawRequest, RawAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        _work.Add(AcceptAsync());
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public int Connections => Volatile.Read(ref _connections);

    public IReadOnlyList<RawRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    /// <summary>Starts a server that gives each answer once, in order, and the last one for ever.</summary>
    public static RawTwilio Start(params RawAnswer[] answers)
    {
        var next = -1;
        return new RawTwilio(_ => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)]);
    }

    /// <summary>Starts a server that chooses its answer by the request.</summary>
    public static RawTwilio Start(Func<RawRequest, RawAnswer> answer) => new(answer);

    /// <summary>Waits until one more request has arrived.</summary>
    public async Task WaitForRequestAsync() => (await _arrived.WaitAsync(TimeSpan.FromSeconds(30))).Should().BeTrue("a request was expected");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        Task[] work;
        lock (_gate)
            work = [.. _work];

        await Task.WhenAll(work);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                var number = Interlocked.Increment(ref _connections);
                lock (_gate)
                    _work.Add(ServeAsync(client, number));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The server stops.
        }
    }

    private async Task ServeAsync(TcpClient client, int number)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                while (await ReadAsync(stream, number) is { } request)
                {
                    lock (_gate)
                        _requests.Add(request);

                    _arrived.Release();
                    var answer = _answer(request);
                    await stream.WriteAsync(answer.Bytes, _stop.Token);
                    if (answer.Closes)
                        return;

                    // Nothing more is said; the read ends when the client has had enough.
                    if (answer.Hangs && await stream.ReadAsync(new byte[1], _stop.Token) == 0)
                        return;
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
            {
                // The client has gone, or the server stops.
            }
        }
    }

    private async Task<RawRequest?> ReadAsync(NetworkStream stream, int connection)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (head is not [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'])
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0)
                return null;

            head.Add(one[0]);
        }

        var lines = Encoding.Latin1.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var request = new RawRequest(connection, lines[0], lines[1..], []);
        var length = int.Parse(request.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture);
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return request with { Body = body };
    }
}
