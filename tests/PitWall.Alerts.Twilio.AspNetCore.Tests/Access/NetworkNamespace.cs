using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>A second machine, as the kernel sees it: a network namespace at the other end of a virtual cable (iproute2, root).</summary>
internal sealed partial class NetworkNamespace : IDisposable
{
    private const int NewNetwork = 0x40000000;
    private const int ReadOnly = 0;

    private readonly string _name = "pw" + Environment.ProcessId.ToString("x", System.Globalization.CultureInfo.InvariantCulture);

    private NetworkNamespace()
    {
    }

    /// <summary>This machine's end of the cable. 198.18.0.0/15 is for tests of networks (RFC 2544).</summary>
    public static IPAddress Here { get; } = IPAddress.Parse("198.18.41.1");

    private string Cable => _name + "a";

    /// <summary>Why there cannot be one here; null when there can.</summary>
    public static string? WhyNot { get; } = FindWhyNot();

    public static NetworkNamespace Create()
    {
        var made = new NetworkNamespace();
        try
        {
            made.Ip($"netns add {made._name}");
            made.Ip($"link add {made.Cable} type veth peer name {made._name}b");
            made.Ip($"link set {made._name}b netns {made._name}");
            made.Ip($"addr add {Here}/30 dev {made.Cable}");
            made.Ip($"link set {made.Cable} up");
            made.Ip($"-n {made._name} addr add 198.18.41.2/30 dev {made._name}b");
            made.Ip($"-n {made._name} link set {made._name}b up");
            return made;
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    /// <summary>Connects from the other machine: a socket belongs to the namespace of the thread that makes it.</summary>
    public TcpClient Connect(int port)
    {
        TcpClient? client = null;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                var handle = Open($"/run/netns/{_name}", ReadOnly);
                if (handle < 0 || Enter(handle, NewNetwork) != 0)
                    throw new InvalidOperationException($"setns failed with {Marshal.GetLastPInvokeError()}.");

                _ = Close(handle);
                client = new TcpClient(AddressFamily.InterNetwork);
                client.Connect(Here, port);
            }
#pragma warning disable CA1031 // Carried over to the thread that waits.
            catch (Exception e)
#pragma warning restore CA1031
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? client! : throw new InvalidOperationException("There is no way from the namespace.", failure);
    }

    public void Dispose()
    {
        Run($"link del {Cable}");
        Run($"netns del {_name}");
    }

    private void Ip(string arguments)
    {
        if (Run(arguments) is not 0)
            throw new InvalidOperationException($"ip {arguments} failed.");
    }

    private static int Run(string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static string? FindWhyNot()
    {
        if (!OperatingSystem.IsLinux())
            return "Network namespaces are Linux's.";

        if (!Environment.IsPrivilegedProcess)
            return "Making a network namespace takes root.";

        try
        {
            Create().Dispose();
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return "No network namespace can be made here (iproute2, CAP_NET_ADMIN): " + e.Message;
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    private static partial int Enter(int handle, int kind);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
