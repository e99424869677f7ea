using System.Text.Json;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>
/// A request that must not have unknown members: a misspelled <c>channel</c> would silently mean its default, and a call would become a
/// text.
/// </summary>
internal interface ICompleteRequest
{
    /// <summary>The members that are no fields; <see langword="null"/> when there are none.</summary>
    Dictionary<string, JsonElement>? Unknown { get; }
}
