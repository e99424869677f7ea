namespace PitWall.Alerts.Twilio.Tests.PhoneNumbers;

public sealed class PhoneNumberReasonTests
{
    [Theory]
    [InlineData("+1234567890", "", "9 digits after +1, the United States and Canada have 10")]
    [InlineData("+346001112", "", "7 digits after +34, Spain has 9")]
    [InlineData("60011122", "ES", "8 digits after +34, Spain has 9")]
    [InlineData("+7123", "", "3 digits after +7, Russia and Kazakhstan have 10 or 14")]
    [InlineData("+54112345678", "", "9 digits after +54, Argentina has 10 or 11")]
    [InlineData("+441", "", "too few digits for any number")]
    [InlineData("+4412", "", "2 digits after +44, the United Kingdom has 7, 9 or 10")]
    [InlineData("+80012", "", "2 digits after +800, an international service has 8")]
    [InlineData("253-0000", "US", "7 digits after +1, the United States and Canada have 10; it works only from next door")]
    [InlineData("+9991234567", "", "no calling code starts like this")]
    [InlineData("600111222", "", "no plus in front, and no default region (Numbers:DefaultRegion) says how to read it")]
    [InlineData("600111222", "XX", "no plus in front, and the default region is not one of the numbering plan")]
    [InlineData("hello", "ES", "not a phone number")]
    [InlineData("+34 600 111 222 abc", "", "letters, which are not taken for digits")]
    [InlineData("600111222 / 600111333", "ES", "more than one number")]
    [InlineData("491711234567", "DE", "a number of Germany both with and without a plus in front; write the plus")]
    [InlineData("+19002345678", "", "a premium-rate number of the United States")]
    [InlineData("+1234567890123456", "", "more than the 15 digits of E.164")]
    public void Reason_OfARefusal_NamesTheRule(string text, string region, string expected)
    {
        var result = new PhoneNumberNormalizer().Normalize(text, new PhoneNumberOptions { DefaultRegion = region });

        result.Reason.Should().Be(expected);
        result.ToString().Should().Be(expected);
        result.Explain(text).Should().Be($"{text}: {expected}");
    }

    [Theory]
    [InlineData("+34500111222", PhoneNumberLevel.Valid, "no range of +34 holds it")]
    [InlineData("+34912345678", PhoneNumberLevel.Mobile, "a fixed line of Spain cannot be texted")]
    public void Reason_OfALevel_NamesWhatIsMissing(string text, PhoneNumberLevel level, string expected) =>
        new PhoneNumberNormalizer(new PhoneNumberOptions { Level = level }).Normalize(text).Reason.Should().Be(expected);

    [Fact]
    public void Reason_OfARegion_NamesIt() =>
        new PhoneNumberNormalizer(new PhoneNumberOptions { AllowedRegions = ["GB"] }).Normalize("+447911123456").Reason
            .Should().Be("a number of Guernsey (GG), which is not among the allowed regions");

    [Fact]
    public void Reason_OfANumber_IsNone()
    {
        var result = new PhoneNumberNormalizer().Normalize("+34600111222");

        result.Reason.Should().BeNull();
        result.Explain("+34600111222").Should().BeNull();
        result.ToString().Should().Be("+34******222");
    }

    [Fact]
    public void Result_ByDefault_IsARefusal()
    {
        var sut = default(PhoneNumberResult);

        sut.IsSuccess.Should().BeFalse();
        sut.Error.Should().Be(PhoneNumberError.NotANumber);
        sut.Reason.Should().Be("not a phone number");
    }

    [Fact]
    public void Parse_OfARefusedText_DoesNotRepeatIt()
    {
        var act = () => E164PhoneNumber.Parse("+1234567890");

        act.Should().Throw<FormatException>().WithMessage("Not an E.164 number: 9 digits after +1, the United States and Canada have 10.");
    }

    [Theory]
    [InlineData(PhoneNumberError.TooLong, "too many digits for any number")]
    [InlineData(PhoneNumberError.WrongLength, "as many digits as no number there has")]
    [InlineData(PhoneNumberError.LocalOnly, "as many digits as no number there has; it works only from next door")]
    [InlineData(PhoneNumberError.Ambiguous, "a number both with and without a plus in front; write the plus")]
    [InlineData(PhoneNumberError.NotInPlan, "no range of the plan holds it")]
    [InlineData(PhoneNumberError.NotMobile, "a number in no known range cannot be texted")]
    [InlineData(PhoneNumberError.PremiumRate, "a premium-rate number")]
    [InlineData(PhoneNumberError.RegionNotAllowed, "a number of a region that is not among the allowed ones")]
    public void Failure_OfTheHostsOwnNormalizer_NamesNoRegion(PhoneNumberError error, string reason)
    {
        var sut = PhoneNumberResult.Failure(error);

        sut.IsSuccess.Should().BeFalse();
        sut.Error.Should().Be(error);
        sut.Reason.Should().Be(reason);
    }

    [Fact]
    public void Failure_WithoutAReason_IsRefused() =>
        ((Action)(() => PhoneNumberResult.Failure(PhoneNumberError.None))).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Success_OfTheHostsOwnNormalizer_IsTheNumber()
    {
        var sut = PhoneNumberResult.Success(E164PhoneNumber.Parse("+34600111222"));

        sut.IsSuccess.Should().BeTrue();
        sut.Number.ToString().Should().Be("+34600111222");
        sut.Reason.Should().BeNull();
    }

    [Fact]
    public void Success_WithoutANumber_IsRefused() =>
        ((Action)(() => PhoneNumberResult.Success(default))).Should().Throw<ArgumentException>();
}
