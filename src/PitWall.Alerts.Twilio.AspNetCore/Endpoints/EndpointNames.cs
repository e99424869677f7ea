using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>
/// The names of the endpoints of one host, which OpenAPI shows as operation ids. Routing refuses every request of a host in which a name is
/// there twice, and groups, host names and prefixes that read alike would make one twice.
/// </summary>
internal sealed class EndpointNames
{
    private static readonly ConditionalWeakTable<IServiceProvider, EndpointNames> OfHosts = [];

    private readonly Lock _gate = new();
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public static EndpointNames Of(IServiceProvider services) => OfHosts.GetValue(services, static _ => new EndpointNames());

    /// <returns>A name made of the path; with a number behind it if another endpoint has it.</returns>
    public string Take(string path)
    {
        var name = NameOf(path);
        lock (_gate)
        {
            var free = name;
            for (var number = 2; !_taken.Add(free); number++)
                free = string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");

            return free;
        }
    }

    private static string NameOf(string path)
    {
        var name = new StringBuilder();
        foreach (var c in path)
            name.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLower(c, CultureInfo.InvariantCulture) : '_');

        return name.ToString().Trim('_');
    }
}
