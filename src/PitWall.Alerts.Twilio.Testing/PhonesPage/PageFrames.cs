using System.Buffers;
using System.Text.Json;
using PitWall.Alerts.Twilio.Testing.Voice;

namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>Writes the frames of one open page: first the whole picture, then what has changed.</summary>
internal sealed class PageFrames(PageModel model)
{
    // What a phone's thread shows when the page opens, and how many phones the row shows.
    private const int MaxMessagesOfPhone = 40;
    private const int MaxPhones = 24;
    private const int MaxCalls = 40;
    private const int MaxLog = 60;

    private readonly ArrayBufferWriter<byte> _scratch = new();
    private byte[] _settings = [];
    private bool _isFirst = true;

    public void Write(Utf8JsonWriter json, (IEnumerable<SandboxMessage>? Messages, IEnumerable<SandboxCall>? Calls, IReadOnlyList<LogEntry> Log, int Skipped) changes)
    {
        var isWhole = changes.Messages is null;
        json.WriteStartObject();
        json.WriteBoolean("whole", isWhole);
        json.WriteString("now", model.Options.TimeProvider.GetUtcNow());
        if (_isFirst) FaultJson.WriteSwitches(json);
        WriteSettings(json);
        SettingsJson.WriteTally(json, model.Messages.Tally);

        json.WriteStartArray("messages");
        foreach (var message in changes.Messages ?? RecentMessages()) MessageView.Write(json, message);
        json.WriteEndArray();

        json.WriteStartArray("calls");
        foreach (var call in changes.Calls ?? RecentCalls()) CallView.Write(json, call, model.Habits);
        json.WriteEndArray();

        json.WriteStartArray("log");
        // What came in while the page opened is in the history as well.
        foreach (var entry in _isFirst ? History() : changes.Log) LogView.Write(json, entry);
        json.WriteEndArray();
        json.WriteNumber("skipped", _isFirst ? 0 : changes.Skipped);
        json.WriteEndObject();
        _isFirst = false;
    }

    /// <summary>Names, habits and faults travel only when they have changed; some of them change without an event.</summary>
    private void WriteSettings(Utf8JsonWriter json)
    {
        _scratch.ResetWrittenCount();
        using (var scratch = new Utf8JsonWriter(_scratch)) SettingsJson.Write(scratch, model);
        if (_scratch.WrittenSpan.SequenceEqual(_settings)) return;

        _settings = _scratch.WrittenSpan.ToArray();
        json.WritePropertyName("settings");
        json.WriteRawValue(_settings, skipInputValidation: true);
    }

    private List<SandboxMessage> RecentMessages()
    {
        var all = model.Sandbox.Messages;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var recent = new List<SandboxMessage>();
        for (var i = all.Count - 1; i >= 0; i--)
        {
            var number = all[i].PhoneNumber;
            var count = counts.GetValueOrDefault(number);
            if (count == MaxMessagesOfPhone || (count == 0 && counts.Count == MaxPhones)) continue;

            counts[number] = count + 1;
            recent.Add(all[i]);
        }

        recent.Reverse();
        return recent;
    }

    private IEnumerable<SandboxCall> RecentCalls()
    {
        var all = model.Sandbox.Calls;
        return all.Where((call, i) => i >= all.Count - MaxCalls || !call.Status.IsFinal());
    }

    private IEnumerable<LogEntry> History() => model.Sandbox.Requests.TakeLast(MaxLog).Select(static request => new LogEntry(request, null))
        .Concat(model.Sandbox.Callbacks.TakeLast(MaxLog).Select(static callback => new LogEntry(null, callback)))
        .OrderBy(static entry => entry.At)
        .TakeLast(MaxLog);
}
