using System.Net;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>What came back from one attempt. The body is pooled: dispose, and read nothing after.</summary>
internal sealed class TwilioAnswer(AnswerBuffer body) : IDisposable
{
    public required HttpStatusCode StatusCode { get; init; }

    public string? RequestId { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The header <c>Date</c>, which few need to be read.</summary>
    public string? DateText { get; init; }

    /// <summary>Twilio's clock when it answered, to the second.</summary>
    public DateTimeOffset? Date => WireValues.Date(DateText);

    public ReadOnlySpan<byte> Body => body.Written;

    public bool IsSuccess => (int)StatusCode is >= 200 and < 300;

    public void Dispose() => body.Dispose();
}
