using System.Diagnostics;
using System.Reflection;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>The sample host as its users start it: a process of its own.</summary>
internal sealed class SampleProcess : IAsyncDisposable
{
    private readonly Process _process;

    private SampleProcess(Process process, Uri address, Uri phones)
    {
        _process = process;
        Address = address;
        Phones = phones;
    }

    public Uri Address { get; }

    /// <summary>Where it said that its phones can be seen.</summary>
    public Uri Phones { get; }

    public static string Folder { get; } = Metadata("PitWallHost");

    public static async Task<SampleProcess> StartAsync()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Take()}");
        var process = Start("--urls", address.OriginalString);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Uri? phones = null;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Split("Its phones: ") is [_, var said])
                phones = new Uri(said.Split(',')[0]);

            if (line.Data?.Contains("Application started", StringComparison.Ordinal) == true)
                started.TrySetResult();
        };
        process.Exited += (_, _) => started.TrySetException(new InvalidOperationException($"The sample ended with {process.ExitCode}."));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await started.Task.WaitAsync(TimeSpan.FromMinutes(2));
        return new SampleProcess(
            process, address, phones ?? throw new InvalidOperationException("The sample did not say where its phones are."));
    }

    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        start.ArgumentList.Add(Path.Combine(Folder, "bin", Metadata("Configuration"), "net10.0", "PitWallHost.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        return Process.Start(start)!;
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
