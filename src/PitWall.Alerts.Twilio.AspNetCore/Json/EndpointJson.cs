using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>
/// How requests are read and answers written, whatever the host's own JSON settings: names are taken in any case, and wrong types, doubled
/// fields and nulls where a value belongs are refused. Members the endpoints do not know are ignored, but for those of an
/// <see cref="ICompleteRequest"/>, which are refused.
/// </summary>
[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 8,
    NumberHandling = JsonNumberHandling.Strict,
    PropertyNameCaseInsensitive = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    ReadCommentHandling = JsonCommentHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SmsSendRequest))]
[JsonSerializable(typeof(WhatsAppSendRequest))]
[JsonSerializable(typeof(VoiceCallRequest))]
[JsonSerializable(typeof(AlertSmsRequest))]
[JsonSerializable(typeof(StrategyAlertRequest))]
[JsonSerializable(typeof(CoachingAlertRequest))]
[JsonSerializable(typeof(CriticalAlertRequest))]
[JsonSerializable(typeof(BatchAlertRequest))]
[JsonSerializable(typeof(SendResponse))]
[JsonSerializable(typeof(MessageStatusResponse))]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(AlertEntryResponse))]
[JsonSerializable(typeof(AlertListResponse))]
[JsonSerializable(typeof(ProblemResponse))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class EndpointJson : JsonSerializerContext
{
    /// <summary>
    /// The same, writing a plus as a plus. Escapes would guard text that a browser takes for HTML; answers are declared to be JSON, and
    /// nothing may guess otherwise.
    /// </summary>
    public static EndpointJson Wire => Relaxed.Context;

    /// <summary>How a body is read: the members that an <see cref="ICompleteRequest"/> does not know are collected in it.</summary>
    public static JsonTypeInfo<T> Body<T>()
        where T : class => (JsonTypeInfo<T>)Relaxed.Reading.GetTypeInfo(typeof(T));

    private static void CollectUnknown(JsonTypeInfo type)
    {
        if (!type.Type.IsAssignableTo(typeof(ICompleteRequest)))
            return;

        type.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
        type.Properties.Add(JsonMetadataServices.CreatePropertyInfo(type.Options, new JsonPropertyInfoValues<Dictionary<string, JsonElement>?>
        {
            IsProperty = true,
            IsPublic = true,
            IsExtensionData = true,
            DeclaringType = type.Type,
            PropertyName = nameof(ICompleteRequest.Unknown),
            Getter = static request => ((ICompleteRequest)request).Unknown,
            Setter = static (request, unknown) => ((ICompleteRequest)request).Unknown = unknown,
        }));
    }

    // Apart, because it needs the generated half of this class to be initialised.
    private static class Relaxed
    {
        public static readonly EndpointJson Context =
            new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        public static readonly JsonSerializerOptions Reading =
            new(Default.Options) { TypeInfoResolver = Default.WithAddedModifier(CollectUnknown) };
    }
}
