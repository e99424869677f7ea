using System.Text.Json;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>
/// A request that must not have unknown members: a misspelled <c>channel</c> would silently mean its default, and a call would become a
/// text.
/// </summary>
/// <remarks>
/// Its type says <see cref="System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow"/>, so that an OpenAPI document says
/// <c>additionalProperties: false</c>; <see cref="EndpointJson.Body{T}"/> collects unknown members all the same, to name them all in one answer.
/// </remarks>
internal interface ICompleteRequest
{
    /// <summary>The members that are no fields; <see langword="null"/> when there are none. Implemented explicitly, or it would be a field.</summary>
    Dictionary<string, JsonElement>? Unknown { get; set; }
}
