using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>The sample host as its users start it: a process of its own.</summary>
internal sealed class SampleProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output;
    private readonly SemaphoreSlim _lines;

    private SampleProcess(Process process, Uri address, Uri phones, ConcurrentQueue<string> output, SemaphoreSlim lines)
    {
        _process = process;
        _output = output;
        _lines = lines;
        Address = address;
        Phones = phones;
    }

    public Uri Address { get; }

    /// <summary>Where it said that its phones can be seen.</summary>
    public Uri Phones { get; }

    /// <summary>The lines of its log so far.</summary>
    public IReadOnlyCollection<string> Output => _output;

    public static string Folder { get; } = Metadata("PitWallHost");

    /// <param name="more">More addresses to listen on, behind the first.</param>
    public static async Task<SampleProcess> StartAsync(string more = "")
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Take()}");
        var process = Start("--urls", address.OriginalString + more);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var output = new ConcurrentQueue<string>();
        var lines = new SemaphoreSlim(0);
        Uri? phones = null;
        process.OutputDataReceived += (_, line) =>
        {
            output.Enqueue(line.Data ?? string.Empty);
            lines.Release();
            if (line.Data?.Split("Its phones: ") is [_, var said])
                phones = new Uri(said.Split(',')[0]);

            if (line.Data?.Contains("Application started", StringComparison.Ordinal) == true)
                started.TrySetResult();
        };
        process.Exited += (_, _) => started.TrySetException(new InvalidOperationException($"The sample ended with {process.ExitCode}."));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await started.Task.WaitAsync(Patience);
        return new SampleProcess(
            process, address, phones ?? throw new InvalidOperationException("The sample did not say where its phones are."), output, lines);
    }

    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        start.ArgumentList.Add(Path.Combine(Folder, "bin", Metadata("Configuration"), "net10.0", "PitWallHost.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        return Process.Start(start)!;
    }

    /// <summary>Waits until a line of its log holds a text.</summary>
    public async Task WaitForOutputAsync(string text)
    {
        while (!_output.Any(line => line.Contains(text, StringComparison.Ordinal)))
            (await _lines.WaitAsync(Patience)).Should().BeTrue("the log should say {0}", text);
    }

    public async ValueTask DisposeAsync()
    {
        _process.EnableRaisingEvents = false;
        if (!_process.HasExited)
            _process.Kill();

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Metadata(string key) =>
        typeof(SampleProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
