namespace PitWall.Alerts.Twilio.Testing.Callbacks;

/// <summary>A request that Twilio makes to the host.</summary>
/// <param name="Url">The address as the host gave it, connection overrides included.</param>
/// <param name="Method"><c>POST</c> or <c>GET</c>.</param>
/// <param name="Fields">The parameters, in order.</param>
/// <param name="IdempotencyToken">The same for every attempt.</param>
internal sealed record Webhook(string Url, string Method, IReadOnlyList<KeyValuePair<string, string>> Fields, string IdempotencyToken)
{
    /// <summary>Finds what is wrong with an answer that was read as far as HTTP goes; null where nothing can be.</summary>
    public Func<WebhookAnswer, WebhookAnswer>? Judge { get; init; }
}
