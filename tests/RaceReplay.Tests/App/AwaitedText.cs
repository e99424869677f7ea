using System.Text;

namespace RaceReplay.Tests.App;

/// <summary>Takes lines, and says when one came that begins as awaited.</summary>
internal sealed class AwaitedText(string beginning) : TextWriter
{
    private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Encoding Encoding => Encoding.UTF8;

    public Task<string> Line => _line.Task;

    public override void WriteLine(string? value)
    {
        if (value?.StartsWith(beginning, StringComparison.Ordinal) == true)
            _line.TrySetResult(value);
    }
}
