using System.Net;

namespace PitWall.Alerts.Twilio.Tests.Api.Errors;

/// <summary>The exceptions as a client of a host's own makes them.</summary>
public class TwilioExceptionTests
{
    [Theory]
    [InlineData(400, 21610, false, TwilioAcceptance.NotAccepted)]
    [InlineData(400, 21611, true, TwilioAcceptance.NotAccepted)]
    [InlineData(400, 63038, true, TwilioAcceptance.NotAccepted)]
    [InlineData(429, 20429, true, TwilioAcceptance.NotAccepted)]
    [InlineData(500, 20500, true, TwilioAcceptance.Unknown)]
    [InlineData(503, null, true, TwilioAcceptance.Unknown)]
    [InlineData(400, null, false, TwilioAcceptance.NotAccepted)]
    [InlineData(500, 21211, false, TwilioAcceptance.NotAccepted)]
    public void TwilioApiException_CodeThenStatus_DecideWhatItMeans(int status, int? code, bool isTransient, TwilioAcceptance acceptance)
    {
        var sut = new TwilioApiException((HttpStatusCode)status, code is { } c ? new TwilioErrorCode(c) : null);

        (sut.IsTransient, sut.Acceptance, sut.Attempts).Should().Be((isTransient, acceptance, 1));
        sut.Should().BeAssignableTo<HttpRequestException>();
    }

    [Fact]
    public void TwilioApiException_KnownCode_SaysWhatItMeansAndWhatToDo()
    {
        var sut = new TwilioApiException(HttpStatusCode.BadRequest, TwilioErrorCode.OptedOut);

        sut.Message.Should().Be($"Twilio answered HTTP 400, error 21610: {TwilioErrorCode.OptedOut.Meaning} {TwilioErrorCode.OptedOut.Advice}");
    }

    [Theory]
    [InlineData(TwilioTransportError.NameResolution, TwilioAcceptance.NotAccepted)]
    [InlineData(TwilioTransportError.Connect, TwilioAcceptance.NotAccepted)]
    [InlineData(TwilioTransportError.Tls, TwilioAcceptance.NotAccepted)]
    [InlineData(TwilioTransportError.Timeout, TwilioAcceptance.Unknown)]
    [InlineData(TwilioTransportError.Reset, TwilioAcceptance.Unknown)]
    [InlineData(TwilioTransportError.InvalidAnswer, TwilioAcceptance.Unknown)]
    [InlineData(TwilioTransportError.Unknown, TwilioAcceptance.Unknown)]
    public void TwilioTransportException_Phase_DecidesWhetherItMayHaveArrived(TwilioTransportError error, TwilioAcceptance acceptance)
    {
        var sut = new TwilioTransportException(error, "It broke.", new HttpRequestException(HttpRequestError.ConnectionError));

        (sut.Acceptance, sut.IsTransient, sut.HttpRequestError).Should().Be((acceptance, true, HttpRequestError.ConnectionError));
    }

    [Fact]
    public void ThrowIfFailed_Failed_ThrowsTheErrorWithItsOwnStack()
    {
        TwilioApiException error;
        try
        {
            throw new TwilioApiException(HttpStatusCode.BadRequest, TwilioErrorCode.InvalidTo);
        }
        catch (TwilioApiException e)
        {
            error = e;
        }

        var sut = new AlertResult { Outcome = AlertOutcome.Failed, Error = error };

        sut.Invoking(r => r.ThrowIfFailed()).Should().Throw<TwilioApiException>().Which
            .StackTrace.Should().Contain(nameof(ThrowIfFailed_Failed_ThrowsTheErrorWithItsOwnStack)).And.Contain("End of stack trace");
    }

    [Theory]
    [InlineData(AlertOutcome.Failed, true)]
    [InlineData(AlertOutcome.Unknown, true)]
    [InlineData(AlertOutcome.Accepted, false)]
    [InlineData(AlertOutcome.Pending, false)]
    [InlineData(AlertOutcome.Suppressed, false)]
    [InlineData(AlertOutcome.NotConfigured, false)]
    public void ThrowIfFailed_EveryOutcome_ThrowsOnlyForFailures(AlertOutcome outcome, bool throws)
    {
        var sut = new AlertResult { Outcome = outcome, Detail = "The formatter threw." };

        if (throws)
            sut.Invoking(r => r.ThrowIfFailed()).Should().Throw<InvalidOperationException>().WithMessage("The formatter threw.");
        else
            sut.ThrowIfFailed().Should().BeSameAs(sut);
    }

    [Fact]
    public void ToString_Result_HoldsNoNumberAndNoStack()
    {
        var sut = new AlertResult
        {
            Outcome = AlertOutcome.Accepted,
            AlertId = "abc",
            Message = new MessageReceipt { Sid = "SM1", To = "+34600111222", From = "+15125550100" },
        };

        sut.ToString().Should().Be("AlertResult { Outcome = Accepted, AlertId = abc, Sid = SM1 }");
        (sut with { Outcome = AlertOutcome.Suppressed, Reason = SuppressionReason.Budget }).ToString()
            .Should().Be("AlertResult { Outcome = Suppressed, Reason = Budget, AlertId = abc }");
    }
}
