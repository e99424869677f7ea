using System.Globalization;
using System.Net;
using System.Text;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Makes the exception for an answer that says no.</summary>
internal static class ApiFailure
{
    public static TwilioApiException From(TwilioAnswer answer)
    {
        var body = TwilioJson.TryRead(answer.Body, TwilioJson.Default.ErrorResource);
        TwilioErrorCode? code = body?.Code is { } value ? new TwilioErrorCode(value) : null;
        return new TwilioApiException(answer.StatusCode, code, Sentence(answer.StatusCode, code, body?.Message))
        {
            MoreInfo = Uri.TryCreate(body?.MoreInfo, UriKind.Absolute, out var moreInfo) ? moreInfo : null,
            RetryAfter = answer.RetryAfter,
            RequestId = answer.RequestId,
        };
    }

    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="code">Twilio's code.</param>
    /// <param name="theirs">Twilio's own sentence, for a code that has none here.</param>
    public static string Sentence(HttpStatusCode statusCode, TwilioErrorCode? code, string? theirs)
    {
        var text = new StringBuilder("Twilio answered HTTP ").Append(((int)statusCode).ToString(CultureInfo.InvariantCulture));
        if (code is { } known)
            text.Append(", error ").Append(known.Value.ToString(CultureInfo.InvariantCulture));

        text.Append(": ");
        if (code is { IsKnown: true } meant)
            text.Append(meant.Meaning).Append(' ').Append(meant.Advice);
        else if (!string.IsNullOrWhiteSpace(theirs))
            AppendWithoutNumbers(text, theirs);
        else
            text.Append("it gave no reason.");

        return text.ToString();
    }

    /// <summary>Twilio's sentences quote phone numbers; digits do not reach an exception.</summary>
    private static void AppendWithoutNumbers(StringBuilder text, string theirs)
    {
        const int longestQuoted = 300;
        foreach (var c in theirs.AsSpan(0, Math.Min(theirs.Length, longestQuoted)))
            text.Append(char.IsDigit(c) ? '*' : char.IsControl(c) ? ' ' : c);
    }
}
