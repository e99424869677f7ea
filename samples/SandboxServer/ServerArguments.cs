using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PitWall.Alerts.Twilio.Testing;

namespace SandboxServer;

/// <summary>The command line.</summary>
internal sealed record ServerArguments
{
    public const string Usage = """
        Usage: dotnet run --project samples/SandboxServer -- [options]

        An offline Twilio on 127.0.0.1 with virtual phones, until Ctrl+C stops it. It costs nothing and needs no account.

          --port PORT      where it listens (default: a free port)
          --texts-to URL   where texts that are written on the phones are reported to
          --calls-to URL   where calls from the phones get their instructions
          --queues         senders keep to the rates that Twilio documents
          --lifelike       texts and speech take their time, and phones ring until someone answers on the phones page
          --seed NUMBER    repeats the SIDs and the random faults of an earlier run
          --help           show this
        """;

    public bool IsHelp { get; private init; }

    public int Port { get; private init; }

    /// <summary>Where texts from the phones are reported.</summary>
    public Uri? IncomingMessageUrl { get; private init; }

    /// <summary>Where calls from the phones get their instructions.</summary>
    public Uri? IncomingCallUrl { get; private init; }

    /// <summary>Whether senders keep to Twilio's documented rates.</summary>
    public bool Queues { get; private init; }

    /// <summary>Whether texts and speech take their time and phones ring until someone answers on the phones page.</summary>
    public bool IsLifelike { get; private init; }

    public int? Seed { get; private init; }

    public static bool TryParse(string[] args, out ServerArguments arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = new ServerArguments();
        problem = null;
        for (var i = 0; i < args.Length && problem is null; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            switch (args[i])
            {
                case "--help" or "-h":
                    arguments = arguments with { IsHelp = true };
                    continue;
                case "--queues":
                    arguments = arguments with { Queues = true };
                    continue;
                case "--lifelike":
                    arguments = arguments with { IsLifelike = true };
                    continue;
                case "--port" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue:
                    arguments = arguments with { Port = port };
                    break;
                case "--seed" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed):
                    arguments = arguments with { Seed = seed };
                    break;
                case "--texts-to" when Uri.TryCreate(value, UriKind.Absolute, out var texts) && texts.Scheme is "http" or "https":
                    arguments = arguments with { IncomingMessageUrl = texts };
                    break;
                case "--calls-to" when Uri.TryCreate(value, UriKind.Absolute, out var calls) && calls.Scheme is "http" or "https":
                    arguments = arguments with { IncomingCallUrl = calls };
                    break;
                default:
                    problem = $"'{args[i]} {value}' is not understood.";
                    break;
            }

            i++;
        }

        return problem is null;
    }

    public TwilioSandboxOptions ToOptions()
    {
        var options = new TwilioSandboxOptions { Port = Port, Seed = Seed, QueuesMessages = Queues };
        if (!IsLifelike) return options;

        options.Answering = PhoneAnswering.Ringing;
        options.Pace = new SandboxPace
        {
            Send = TimeSpan.FromMilliseconds(400),
            Deliver = TimeSpan.FromMilliseconds(900),
            Read = TimeSpan.FromSeconds(4),
            Dial = TimeSpan.FromMilliseconds(600),
            SpeaksInRealTime = true,
        };
        return options;
    }
}
