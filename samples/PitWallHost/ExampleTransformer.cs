using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PitWall.Alerts.Twilio.AspNetCore;

namespace PitWallHost;

/// <summary>Copies the examples that the endpoints carry into the OpenAPI document.</summary>
internal sealed class ExampleTransformer : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<EndpointExample>().FirstOrDefault() is { } example)
        {
            Set(operation.RequestBody?.Content, example.Request);
            if (operation.Responses?.TryGetValue("200", out var answer) == true)
                Set(answer.Content, example.Response);
        }

        return Task.CompletedTask;
    }

    private static void Set(IDictionary<string, OpenApiMediaType>? content, string? json)
    {
        if (json is not null && content?.TryGetValue("application/json", out var media) == true)
            media.Example = JsonNode.Parse(json);
    }
}
