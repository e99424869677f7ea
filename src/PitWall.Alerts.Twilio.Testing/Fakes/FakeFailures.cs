using System.Net;
using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Testing.Rest;

namespace PitWall.Alerts.Twilio.Testing.Fakes;

/// <summary>Makes the exceptions of the real client, by its own rules, from the answer that Twilio would give.</summary>
internal static class FakeFailures
{
    public static TwilioApiException Refusal(int code, HttpStatusCode status)
    {
        var body = ApiAnswer.From(new ApiError(code, "Refused by the fake", (int)status)).Body;
        using var answer = new TwilioAnswer(AnswerBuffer.Of(body.Span)) { StatusCode = status };
        return ApiFailure.From(answer);
    }

    public static TwilioTransportException Loss(TwilioTransportError error, TwilioAcceptance acceptance) =>
        new(error, $"The fake lost the request ({error}).") { Acceptance = acceptance, Attempts = 1 };
}
