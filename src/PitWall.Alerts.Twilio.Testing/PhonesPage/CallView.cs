using System.Text.Json;
using PitWall.Alerts.Twilio.Testing.Phones;
using PitWall.Alerts.Twilio.Testing.Voice;

namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>A call as the page gets it.</summary>
internal static class CallView
{
    // The last words are what a listener hears; a loop may speak 1,000 times.
    private const int MaxTranscript = 30;

    public static void Write(Utf8JsonWriter json, SandboxCall call, PhoneHabits habits)
    {
        var isInbound = call.Direction == SandboxDirection.Inbound;
        json.WriteStartObject();
        json.WriteString("sid", call.Sid);
        json.WriteString("phone", call.PhoneNumber);
        json.WriteString("other", isInbound ? call.To : call.From);
        json.WriteBoolean("inbound", isInbound);
        json.WriteString("status", call.Status.Wire());
        json.WriteBoolean("live", !call.Status.IsFinal());
        json.WriteBoolean("rings", call.Status == SandboxCallStatus.Ringing && habits.Answering(call.PhoneNumber).Answer == PhoneAnswer.Ringing);
        json.WriteBoolean("takesKeys", call.Line.TakesKeys);
        json.WriteString("keys", call.PressedKeys);
        json.WriteString("at", call.DateCreated);
        if (call.StartTime is { } start) json.WriteString("start", start);
        if (call.Duration is { } duration) json.WriteNumber("seconds", (int)duration.TotalSeconds);
        if (call.Hangup != SandboxHangup.None) json.WriteString("hangup", call.Hangup.ToString());
        var transcript = call.Transcript;
        json.WriteNumber("omitted", Math.Max(0, transcript.Count - MaxTranscript));
        json.WriteStartArray("transcript");
        foreach (var sentence in transcript.TakeLast(MaxTranscript)) json.WriteStringValue(sentence);
        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach (var problem in call.Problems.TakeLast(MaxTranscript)) json.WriteStringValue($"{problem.Code}: {problem.Detail}");
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
