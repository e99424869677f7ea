using System.Text.Json;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>
/// A request of whose members every one counts: where a field has a default, a name spelled wrong would silently mean that default,
/// a text instead of a call for instance.
/// </summary>
internal interface ICompleteRequest
{
    /// <summary>The members that are no fields; <see langword="null"/> when there are none.</summary>
    Dictionary<string, JsonElement>? Unknown { get; }
}
