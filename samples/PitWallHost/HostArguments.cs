using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PitWall.Alerts.Twilio;

namespace PitWallHost;

/// <summary>What the command line says; whatever is not ours is left to the host's configuration.</summary>
internal sealed record HostArguments(bool IsLive, string? To, long Budget, string[] Others)
{
    private const long LiveBudget = 20;

    public static bool TryParse(string[] args, [NotNullWhen(true)] out HostArguments? arguments, out string why)
    {
        arguments = null;
        var (isLive, to, budget, others) = (false, (string?)null, LiveBudget, new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--live":
                    isLive = true;
                    break;
                case "--to" when i + 1 < args.Length && E164PhoneNumber.TryParse(args[i + 1], null, out _):
                    to = args[++i];
                    break;
                case "--budget" when i + 1 < args.Length && long.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out budget):
                    i++;
                    break;
                case "--to" or "--budget":
                    why = $"{args[i]} needs a value: --to a number such as +34600111222, --budget a number of segments";
                    return false;
                default:
                    others.Add(args[i]);
                    break;
            }
        }

        why = isLive && to is null ? "--live needs --to NUMBER: the only phone that is reached" : string.Empty;
        if (why.Length > 0)
            return false;

        arguments = new HostArguments(isLive, to, budget, [.. others]);
        return true;
    }
}
