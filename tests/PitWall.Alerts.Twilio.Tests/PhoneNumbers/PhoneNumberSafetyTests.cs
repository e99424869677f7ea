namespace PitWall.Alerts.Twilio.Tests.PhoneNumbers;

public sealed class PhoneNumberSafetyTests
{
    [Theory]
    [InlineData("1 800 FLOWERS", "US")]
    [InlineData("+1 412 535 c0000", "")]
    [InlineData("600.111.222 (movil)", "ES")]
    [InlineData("+34 600 111 222abc", "")]
    [InlineData("600 111 222 \u00E9", "ES")]
    [InlineData("555-1234 a 600111222", "ES")]
    [InlineData("0xx15 2345 6789", "BR")]
    public void Normalize_WithLetters_RefusesThemUnlessAllowed(string text, string region)
    {
        Normalize(text, region).Error.Should().Be(PhoneNumberError.Letters);
        Normalize(text, region, PhoneNumberStyles.AllowLetters).Error.Should().NotBe(PhoneNumberError.Letters);
    }

    [Theory]
    [InlineData("Tel. +34 600 111 222", "")]
    [InlineData("+1 650 253 0000 ext. 12", "")]
    [InlineData("650 253 0000 x12", "US")]
    public void Normalize_WithLettersAroundTheNumber_ReadsTheNumber(string text, string region) =>
        Normalize(text, region).Error.Should().Be(PhoneNumberError.None);

    [Theory]
    [InlineData("030 123456 / 030 654321", "DE")]
    [InlineData("089 123456/57", "DE")]
    [InlineData("+49 89 123456/57", "")]
    [InlineData("600111222 600111333", "ES")]
    [InlineData("600111222 / 600111333", "ES")]
    [InlineData("600111222, 600111333", "ES")]
    [InlineData("0664 1234567 01 58858", "AT")]
    [InlineData("+43 664 1234567 01 58858", "")]
    public void Normalize_WithSeveralNumbers_RefusesThem(string text, string region) =>
        Normalize(text, region).Error.Should().Be(PhoneNumberError.SeveralNumbers);

    [Theory]
    [InlineData("089/123456", "DE", "+4989123456")]
    [InlineData("0171/1234567", "DE", "+491711234567")]
    [InlineData("+49 30 12 34 56 78", "", "+493012345678")]
    [InlineData("06221 6944 30336", "DE", "+496221694430336")]
    [InlineData("01/58858-0", "AT", "+431588580")]
    [InlineData("0316 380 1234", "AT", "+433163801234")]
    [InlineData("(650) 253/0000", "US", "+16502530000")]
    [InlineData("06 6982 1234", "IT", "+390669821234")]
    [InlineData("650 253 0000, 1234", "US", "+16502530000")]
    public void Normalize_WithOneNumberInGroups_ReadsIt(string text, string region, string expected) =>
        Normalize(text, region).Number.ToString().Should().Be(expected);

    [Theory]
    [InlineData("49 171 1234567", "DE")]
    [InlineData("491711234567", "DE")]
    public void Normalize_ThatReadsAsTwoValidNumbers_AsksForThePlus(string text, string region)
    {
        Normalize(text, region).Error.Should().Be(PhoneNumberError.Ambiguous);
        Normalize(text, region, PhoneNumberStyles.AllowAmbiguous).Number.ToString().Should().Be("+49491711234567");
        Normalize($"+{text}", region).Number.ToString().Should().Be("+491711234567");
    }

    [Theory]
    [InlineData("3921234567", "IT", "+393921234567")]
    [InlineData("9198765432", "IN", "+919198765432")]
    [InlineData("34600111222", "ES", "+34600111222")]
    [InlineData("1 650 253 0000", "US", "+16502530000")]
    [InlineData("0491 1234567", "DE", "+494911234567")]
    public void Normalize_ThatStartsLikeTheCallingCodeButReadsOneWay_IsNotRefused(string text, string region, string expected) =>
        Normalize(text, region).Number.ToString().Should().Be(expected);

    [Fact]
    public void Normalize_ThatIsInThePlanOnlyWithAPlus_IsTakenAsWrittenAndSuspicious()
    {
        E164PhoneNumber.Parse("+55800245199").Validity.Should().Be(PhoneNumberValidity.Valid);

        var result = Normalize("55800245199", "BR");

        result.Number.ToString().Should().Be("+5555800245199");
        result.IsSuspicious.Should().BeTrue();
    }

    [Theory]
    [InlineData("+1 900 234 5678")]
    [InlineData("+44 909 879 0123")]
    public void Normalize_OfAPremiumRateNumber_RefusesItUnlessAllowed(string text)
    {
        Normalize(text).Error.Should().Be(PhoneNumberError.PremiumRate);
        Normalize(text, styles: PhoneNumberStyles.AllowPremiumRate).Number.Kind.Should().Be(PhoneNumberKind.PremiumRate);
    }

    [Theory]
    [InlineData("911", "US", PhoneNumberError.TooShort)]
    [InlineData("112", "ES", PhoneNumberError.TooShort)]
    [InlineData("253-0000", "US", PhoneNumberError.LocalOnly)]
    public void Normalize_OfATooShortNumber_RefusesItAtEveryLevelUnlessAllowed(string text, string region, PhoneNumberError error)
    {
        Normalize(text, region).Error.Should().Be(error);
        Normalize(text, region, level: PhoneNumberLevel.Syntax).Error.Should().Be(error);
        Normalize(text, region, PhoneNumberStyles.AllowShortNumbers, PhoneNumberLevel.Syntax).IsSuccess.Should().BeTrue();
    }

    [Theory]
    [InlineData("+491234567890123456")]
    [InlineData("+12345678901234567890123")]
    public void Normalize_OfMoreThan15Digits_RefusesThemInEveryStyle(string text)
    {
        Normalize(text).Error.Should().Be(PhoneNumberError.MoreThan15Digits);
        Normalize(text, styles: PhoneNumberStyles.Libphonenumber, level: PhoneNumberLevel.Syntax).Error.Should().Be(PhoneNumberError.MoreThan15Digits);
    }

    private static PhoneNumberResult Normalize(
        string text, string region = "", PhoneNumberStyles styles = PhoneNumberStyles.None, PhoneNumberLevel level = PhoneNumberLevel.Possible) =>
        new PhoneNumberNormalizer().Normalize(text, new PhoneNumberOptions { DefaultRegion = region, Styles = styles, Level = level });
}
