using System.Text.Json;
using PitWall.Alerts.Twilio.Testing.Messages;

namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>Whose phone is whose, what each does, and where the host is told, as the page gets it.</summary>
internal static class SettingsJson
{
    private const int MaxHabits = 200;

    public static void Write(Utf8JsonWriter json, PageModel model)
    {
        var sandbox = model.Sandbox;
        json.WriteStartObject();
        json.WriteString("sms", sandbox.PhoneNumber);
        json.WriteString("whatsapp", sandbox.WhatsAppNumber);
        json.WriteString("address", sandbox.BaseAddress.ToString());
        json.WriteString("incomingMessages", sandbox.IncomingMessageUrl?.ToString());
        json.WriteString("incomingCalls", sandbox.IncomingCallUrl?.ToString());
        json.WriteStartArray("names");
        foreach (var (number, name) in model.Names.All)
        {
            json.WriteStartArray();
            json.WriteStringValue(number);
            json.WriteStringValue(name);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteString("calls", HabitNames.Of(model.Options.Answering));
        json.WriteStartObject("habits");
        foreach (var number in model.Habits.Told.Take(MaxHabits))
        {
            json.WriteStartObject(number);
            json.WriteString("texts", HabitNames.Of(model.Habits.Delivery(number)));
            json.WriteString("calls", HabitNames.Of(model.Habits.Answering(number)));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        FaultJson.WriteActive(json, model.Faults);
        json.WriteEndObject();
    }

    public static void WriteTally(Utf8JsonWriter json, MessageTally tally)
    {
        json.WriteStartObject("tally");
        json.WriteNumber("toPhones", tally.ToPhones);
        json.WriteNumber("fromPhones", tally.FromPhones);
        json.WriteNumber("arrived", tally.Arrived);
        json.WriteNumber("lost", tally.Lost);
        json.WriteNumber("segments", tally.Segments);
        json.WriteNumber("cost", tally.Cost);
        json.WriteEndObject();
    }
}
