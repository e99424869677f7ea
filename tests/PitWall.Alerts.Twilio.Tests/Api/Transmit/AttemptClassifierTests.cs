using System.Net;
using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Tests.Api.Transmit;

public class AttemptClassifierTests
{
    // Throttles and maintenance that Twilio documents as not processed.
    private static readonly int[] Repeated = [20429, 21702, 21730, 63017, 63018];

    // Server trouble in which a create may have taken effect.
    private static readonly int[] Ambiguous = [20500, 20503];

    // The credentials or the account itself: nothing else would work either.
    private static readonly int[] Condemned = [20003, 20005, 90010];

    public static TheoryData<int> EveryCode => [.. TwilioErrorTable.All.Select(e => e.Code)];

    [Theory]
    [MemberData(nameof(EveryCode))]
    public void OfCreate_KnownCode_HasTheVerdictOfItsMeaningWhateverTheStatus(int code)
    {
        var expected = Repeated.Contains(code) ? AttemptVerdict.Repeat
            : Ambiguous.Contains(code) ? AttemptVerdict.Ambiguous
            : Condemned.Contains(code) ? AttemptVerdict.Condemned
            : AttemptVerdict.Permanent;

        foreach (var status in new[] { 400, 401, 403, 404, 429, 500, 503 })
            AttemptClassifier.OfCreate((HttpStatusCode)status, new TwilioErrorCode(code)).Should().Be(expected, "{0} at HTTP {1}", code, status);
    }

    [Theory]
    [InlineData(400, AttemptVerdict.Permanent)]
    [InlineData(401, AttemptVerdict.Condemned)]
    [InlineData(403, AttemptVerdict.Permanent)]
    [InlineData(404, AttemptVerdict.Permanent)]
    [InlineData(408, AttemptVerdict.Ambiguous)]
    [InlineData(422, AttemptVerdict.Permanent)]
    [InlineData(429, AttemptVerdict.Repeat)]
    [InlineData(500, AttemptVerdict.Ambiguous)]
    [InlineData(502, AttemptVerdict.Ambiguous)]
    [InlineData(503, AttemptVerdict.Ambiguous)]
    [InlineData(504, AttemptVerdict.Ambiguous)]
    [InlineData(599, AttemptVerdict.Ambiguous)]
    internal void OfCreate_NoCodeOrAnUnknownOne_GoesByTheStatus(int status, AttemptVerdict expected)
    {
        AttemptClassifier.OfCreate((HttpStatusCode)status, null).Should().Be(expected);
        AttemptClassifier.OfCreate((HttpStatusCode)status, new TwilioErrorCode(29999)).Should().Be(expected);
    }

    [Theory]
    [InlineData(TwilioAcceptance.NotAccepted, AttemptVerdict.Repeat)]
    [InlineData(TwilioAcceptance.Unknown, AttemptVerdict.Ambiguous)]
    internal void OfCreate_TransportFailure_GoesByWhetherItMayHaveLeft(TwilioAcceptance acceptance, AttemptVerdict expected) =>
        AttemptClassifier.OfCreate(new TwilioTransportException(TwilioTransportError.Timeout, "x", null) { Acceptance = acceptance })
            .Should().Be(expected);

    [Theory]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    [InlineData(401, false)]
    [InlineData(403, false)]
    [InlineData(404, false)]
    public void MayAskAgain_ApiFailure_GoesByWhetherItPasses(int status, bool expected) =>
        AttemptClassifier.MayAskAgain(new TwilioApiException((HttpStatusCode)status, null, "x", isTransient: false)).Should().Be(expected);

    [Theory]
    [InlineData(TwilioTransportError.Timeout, null, true)]
    [InlineData(TwilioTransportError.Reset, null, true)]
    [InlineData(TwilioTransportError.Connect, null, true)]
    [InlineData(TwilioTransportError.InvalidAnswer, 200, true)]
    [InlineData(TwilioTransportError.InvalidAnswer, null, false)]
    public void MayAskAgain_TransportFailure_IsTrueUnlessNobodyWhoSpeaksHttpAnswers(TwilioTransportError error, int? status, bool expected) =>
        AttemptClassifier.MayAskAgain(new TwilioTransportException(error, "x", null, (HttpStatusCode?)status)).Should().Be(expected);

    [Fact]
    public void Default_Verdict_IsTheCarefulOne() => default(AttemptVerdict).Should().Be(AttemptVerdict.Ambiguous);
}
