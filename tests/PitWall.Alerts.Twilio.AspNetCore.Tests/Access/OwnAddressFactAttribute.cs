using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>Needs an address of the machine besides loopback; skips and says so where it has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OwnAddressFactAttribute : FactAttribute
{
    public OwnAddressFactAttribute() => Skip = Address is null ? "This machine has no address but loopback." : null;

    public static IPAddress? Address { get; } = NetworkInterface.GetAllNetworkInterfaces()
        .Where(static network => network.OperationalStatus == OperationalStatus.Up)
        .SelectMany(static network => network.GetIPProperties().UnicastAddresses)
        .Select(static unicast => unicast.Address)
        .FirstOrDefault(static address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
}
