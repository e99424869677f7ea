namespace PitWall.Alerts.Twilio.Tests.PhoneNumbers;

public sealed class PhoneNumberNormalizerTests
{
    [Theory]
    [InlineData("whatsapp:+34600111222", "+34600111222")]
    [InlineData("tel:+1-650-253-0000", "+16502530000")]
    [InlineData(" +34 600 111 222 ", "+34600111222")]
    public void Normalize_WithAPlus_NeedsNoRegion(string text, string expected)
    {
        var sut = new PhoneNumberNormalizer();

        var result = sut.Normalize(text);

        result.Number.ToString().Should().Be(expected);
        result.Error.Should().Be(PhoneNumberError.None);
        result.Reason.Should().BeNull();
    }

    [Theory]
    [InlineData("600 111 222", "ES", "+34600111222")]
    [InlineData("(650) 253-0000", "US", "+16502530000")]
    [InlineData("0034600111222", "gb", "+34600111222")]
    [InlineData("07911 123456", "GB", "+447911123456")]
    public void TryParseNational_InARegion_IsReadThere(string text, string region, string expected)
    {
        E164PhoneNumber.TryParseNational(text, region, out var number, out var error).Should().BeTrue();

        number.ToString().Should().Be(expected);
        error.Should().Be(PhoneNumberError.None);
    }

    [Fact]
    public void Normalize_WithTooFewDigits_NamesTheRule()
    {
        var sut = new PhoneNumberNormalizer();

        var result = sut.Normalize("+1234567890");

        result.IsSuccess.Should().BeFalse();
        result.Error.Should().Be(PhoneNumberError.TooShort);
        result.Reason.Should().Be("9 digits after +1, the United States and Canada have 10");
        result.Explain("+1234567890").Should().Be("+1234567890: 9 digits after +1, the United States and Canada have 10");
    }

    [Fact]
    public void Normalize_WithoutPlusAndRegion_IsRefused() =>
        new PhoneNumberNormalizer().Normalize("600111222").Error.Should().Be(PhoneNumberError.RegionNeeded);
}
