using System.Globalization;
using System.Net;
using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Testing.Fakes;

/// <summary>Makes the exceptions of the real client, by its own rules, from the answer that Twilio would give.</summary>
internal static class FakeFailures
{
    public static TwilioApiException Refusal(int code, HttpStatusCode status)
    {
        var errorCode = new TwilioErrorCode(code);
        return new TwilioApiException(status, errorCode, ApiFailure.Sentence(status, errorCode, "Refused by the fake"))
        {
            MoreInfo = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://www.twilio.com/docs/errors/{code}")),
        };
    }

    public static TwilioTransportException Loss(TwilioTransportError error, TwilioAcceptance acceptance) =>
        new(error, $"The fake lost the request ({error}).") { Acceptance = acceptance, Attempts = 1 };
}
