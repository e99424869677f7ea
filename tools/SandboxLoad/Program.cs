using System.Globalization;
using SandboxLoad;

// How many messages a second the sandbox takes, and what it keeps: dotnet run -c Release --project tools/SandboxLoad -- [SECONDS] [RATE] [callbacks] [page]
// The client, the sandbox and the host of the callbacks share this process and its processors; with "page", so does Chromium, which has the phones page open.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20;
var rate = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1000;
await LoadRun.RunAsync(TimeSpan.FromSeconds(seconds), rate, withCallbacks: args.Contains("callbacks"), withPage: args.Contains("page"), Console.Out);
