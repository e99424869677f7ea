using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>A sample as its users start it: a process of its own.</summary>
internal sealed class SampleProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output;
    private readonly SemaphoreSlim _lines;
    private readonly Uri? _phones;

    private SampleProcess(Process process, Uri address, Uri? phones, ConcurrentQueue<string> output, SemaphoreSlim lines)
    {
        _process = process;
        _output = output;
        _lines = lines;
        Address = address;
        _phones = phones;
    }

    public Uri Address { get; }

    /// <summary>Where it said that its phones can be seen.</summary>
    public Uri Phones => _phones ?? throw new InvalidOperationException("The sample did not say where its phones are.");

    /// <summary>The lines of its log so far.</summary>
    public IReadOnlyCollection<string> Output => _output;

    public static string Folder { get; } = FolderOf("PitWallHost");

    /// <summary>Starts the sample host.</summary>
    /// <param name="more">More addresses to listen on, behind the first.</param>
    /// <param name="environment">What is added to its environment.</param>
    /// <param name="arguments">More arguments.</param>
    public static async Task<SampleProcess> StartAsync(
        string more = "", IReadOnlyDictionary<string, string?>? environment = null, params string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Take()}");
        var process = Process.Start(StartInfo("PitWallHost", ["--urls", address.OriginalString + more, .. arguments], environment))!;
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
        return new SampleProcess(process, address, phones, output, lines);
    }

    public static Process Start(params string[] arguments) => Process.Start(StartInfo("PitWallHost", arguments))!;

    /// <summary>How a sample is started.</summary>
    public static ProcessStartInfo StartInfo(string sample, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var folder = FolderOf(sample);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.ArgumentList.Add(Path.Combine(folder, "bin", Metadata("Configuration"), "net10.0", sample + ".dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;

        return start;
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

    private static string FolderOf(string sample) => Path.Combine(Metadata("Samples"), sample);

    private static string Metadata(string key) =>
        typeof(SampleProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
