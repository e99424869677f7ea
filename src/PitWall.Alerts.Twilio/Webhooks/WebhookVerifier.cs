namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>Checks requests with the tokens in force, so that a rotated one works at once.</summary>
internal sealed class WebhookVerifier(Func<PitWallTwilioOptions> options)
{
    private Tokens? _tokens;

    /// <summary>Checks a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="fields">What its form holds; for a GET what its query holds. Only to be believed with a valid verdict.</param>
    public TwilioSignatureVerdict Verify(TwilioWebhookRequest request, out WebhookFields fields)
    {
        var validator = Current;
        fields = WebhookFields.None;
        if (request.Body.IsEmpty && string.Equals(request.Method, "GET", StringComparison.OrdinalIgnoreCase))
        {
            fields = WebhookFields.OfQuery(request.Url);
            return validator.ValidateUrl(request.Url, request.Signature);
        }

        if (WebhookForm.IsForm(request.ContentType))
        {
            if (!WebhookForm.TryParse(request.Body.Span, out var form))
                return TwilioSignatureVerdict.Mismatch;

            fields = new WebhookFields(form);
            return validator.ValidateForm(request.Url, form, request.Signature);
        }

        return validator.ValidateBody(request.Url, request.Body.Span, request.Signature);
    }

    private TwilioSignatureValidator Current
    {
        get
        {
            var current = options();
            var tokens = Volatile.Read(ref _tokens);
            if (tokens is null || !ReferenceEquals(tokens.Options, current))
                Volatile.Write(ref _tokens, tokens = new Tokens(current));

            return tokens.Validator;
        }
    }

    private sealed class Tokens(PitWallTwilioOptions options)
    {
        public PitWallTwilioOptions Options { get; } = options;

        public TwilioSignatureValidator Validator { get; } = new([options.AuthToken, .. options.Webhooks.AdditionalAuthTokens]);
    }
}
