using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Tests.Api.Transmit;

public class SidClaimsTests
{
    private readonly SidClaims _sut = new();

    [Fact]
    public void TryClaim_Twice_IsRefused()
    {
        _sut.TryClaim(Sid(1)).Should().BeTrue();

        _sut.TryClaim(Sid(1)).Should().BeFalse();
        _sut.TryClaim(Sid(2)).Should().BeTrue();
        _sut.IsClaimed(Sid(1)).Should().BeTrue();
        _sut.IsClaimed(Sid(3)).Should().BeFalse();
    }

    [Fact]
    public void TryClaim_EveryBitCounts()
    {
        for (var digit = 0; digit < 32; digit++)
        {
            foreach (var value in "123456789abcdef")
                _sut.TryClaim("SM" + new string('0', digit) + value + new string('0', 31 - digit)).Should().BeTrue();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("SM")]
    [InlineData("SM0123456789abcdef0123456789abcdeg")]
    [InlineData("SM0123456789abcdef0123456789abcdef0")]
    public void IsClaimed_NoSid_IsNobodysToAdopt(string sid)
    {
        _sut.IsClaimed(sid).Should().BeTrue();
        _sut.TryClaim(sid).Should().BeFalse();
    }

    private static string Sid(int i) => $"SM{i:x32}";
}
