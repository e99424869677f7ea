using Microsoft.Extensions.Configuration;
using RaceReplay;
using Spectre.Console;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

Console.OutputEncoding = System.Text.Encoding.UTF8;
var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
var app = new ReplayApp(Console.Out, Console.Error, environment, Console.IsOutputRedirected ? null : AnsiConsole.Console);
return await app.RunAsync(args, stop.Token);
