using System.Runtime.InteropServices;
using PitWall.Alerts.Twilio.Testing;
using SandboxServer;

if (!ServerArguments.TryParse(args, out var arguments, out var problem))
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(ServerArguments.Usage);
    return 2;
}

if (arguments.IsHelp)
{
    Console.WriteLine(ServerArguments.Usage);
    return 0;
}

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    await using var sandbox = await TwilioSandbox.StartAsync(arguments.ToOptions(), stop.Token);
    sandbox.IncomingMessageUrl = arguments.IncomingMessageUrl;
    sandbox.IncomingCallUrl = arguments.IncomingCallUrl;
    Introduction.Write(Console.Out, sandbox);
    await Task.Delay(Timeout.InfiniteTimeSpan, stop.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
    Console.WriteLine($"{sandbox.Messages.Count} messages and {sandbox.Calls.Count} calls. Stopped.");
    return 0;
}
catch (IOException e)
{
    Console.Error.WriteLine($"Cannot listen on port {arguments.Port}: {e.Message}");
    return 1;
}

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}
