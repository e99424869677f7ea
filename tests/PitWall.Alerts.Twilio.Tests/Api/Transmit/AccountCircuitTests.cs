using System.Net;
using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Api.Transmit;

public class AccountCircuitTests
{
    private static readonly TwilioApiException Refused = new(HttpStatusCode.Unauthorized, new TwilioErrorCode(20003), "no", isTransient: false);

    private readonly ManualTimeProvider _clock = new();
    private readonly PitWallTwilioOptions _options = new();
    private readonly AccountCircuit _sut;

    public AccountCircuitTests() => _sut = new AccountCircuit(_clock);

    [Fact]
    public void MayTry_Open_HoldsBackAllButCriticalOnes()
    {
        _sut.Open(_options, Refused).Should().BeTrue();
        _sut.Open(_options, Refused).Should().BeFalse("it is open already, and is said once");

        _sut.MayTry(_options, isCritical: false, out var why).Should().BeFalse();
        why.Should().BeSameAs(Refused);
        _sut.MayTry(_options, isCritical: true, out _).Should().BeTrue();
    }

    [Fact]
    public void MayTry_AfterTheBreak_LetsOneProbeThrough()
    {
        _sut.Open(_options, Refused);
        _clock.Advance(_options.Transmit.CircuitBreak);

        _sut.MayTry(_options, isCritical: false, out _).Should().BeTrue();
        _sut.MayTry(_options, isCritical: false, out _).Should().BeFalse("one probe a break");
    }

    [Fact]
    public void Close_AfterASuccess_LetsEverythingThrough()
    {
        _sut.Open(_options, Refused);

        _sut.Close(_options);

        _sut.MayTry(_options, isCritical: false, out _).Should().BeTrue();
        _sut.WhyOpen(_options).Should().BeNull();
    }

    [Fact]
    public void MayTry_OtherOptions_IsFree()
    {
        _sut.Open(_options, Refused);

        _sut.MayTry(new PitWallTwilioOptions(), isCritical: false, out _).Should().BeTrue();
    }
}
