using System.Text.Json.Serialization;

namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PageAction))]
internal sealed partial class PageActionJson : JsonSerializerContext;
