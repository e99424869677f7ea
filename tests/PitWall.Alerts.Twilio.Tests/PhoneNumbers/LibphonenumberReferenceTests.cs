namespace PitWall.Alerts.Twilio.Tests.PhoneNumbers;

/// <summary>Known answers, confirmed by running google-libphonenumber 3.2.47.</summary>
public sealed class LibphonenumberReferenceTests
{
    [Theory]
    [InlineData("600 111 222", "ES", "+34600111222", PhoneNumberKind.Mobile, "ES")]
    [InlineData("0034600111222", "ES", "+34600111222", PhoneNumberKind.Mobile, "ES")]
    [InlineData("01134600111222", "US", "+34600111222", PhoneNumberKind.Mobile, "ES")]
    [InlineData("34600111222", "ES", "+34600111222", PhoneNumberKind.Mobile, "ES")]
    [InlineData("(650) 253-0000", "US", "+16502530000", PhoneNumberKind.FixedLineOrMobile, "US")]
    [InlineData("011 44 20 7946 0958", "US", "+442079460958", PhoneNumberKind.FixedLine, "GB")]
    [InlineData("+44 (0)20 7946 0958", "", "+442079460958", PhoneNumberKind.FixedLine, "GB")]
    [InlineData("07911 123456", "GB", "+447911123456", PhoneNumberKind.Mobile, "GG")]
    [InlineData("+39 06 6982 1234", "", "+390669821234", PhoneNumberKind.FixedLine, "VA")]
    [InlineData("011 15-2345-6789", "AR", "+5491123456789", PhoneNumberKind.Mobile, "AR")]
    [InlineData("+54 11 15 2345 6789", "", "+5491123456789", PhoneNumberKind.Mobile, "AR")]
    [InlineData("+54 11 2345-6789", "", "+541123456789", PhoneNumberKind.FixedLine, "AR")]
    [InlineData("+52 55 1234 5678", "", "+525512345678", PhoneNumberKind.FixedLineOrMobile, "MX")]
    [InlineData("+225 07 08 12 34 56", "", "+2250708123456", PhoneNumberKind.Mobile, "CI")]
    [InlineData("0 31 85 98765 4321", "BR", "+5585987654321", PhoneNumberKind.Mobile, "BR")]
    [InlineData("8 (916) 123-45-67", "RU", "+79161234567", PhoneNumberKind.Mobile, "RU")]
    [InlineData("+7 701 123 4567", "", "+77011234567", PhoneNumberKind.Mobile, "KZ")]
    [InlineData("810 44 7911 123456", "RU", "+447911123456", PhoneNumberKind.Mobile, "GG")]
    [InlineData("0412 345 678", "AU", "+61412345678", PhoneNumberKind.Mobile, "AU")]
    [InlineData("090-1234-5678", "JP", "+819012345678", PhoneNumberKind.Mobile, "JP")]
    [InlineData("49 171 1234567", "DE", "+49491711234567", PhoneNumberKind.FixedLine, "DE")]
    [InlineData("+1 876 555 1234", "", "+18765551234", PhoneNumberKind.Mobile, "JM")]
    [InlineData("693-4800", "VI", "+13406934800", PhoneNumberKind.FixedLineOrMobile, "VI")]
    [InlineData("1 800 FLOWERS", "US", "+18003569377", PhoneNumberKind.TollFree, "US")]
    [InlineData("+1 412 535 c0000", "", "+14125350000", PhoneNumberKind.FixedLineOrMobile, "US")]
    [InlineData("tel:+1-650-253-0000", "", "+16502530000", PhoneNumberKind.FixedLineOrMobile, "US")]
    [InlineData("tel:253-0000;phone-context=+1-650", "", "+16502530000", PhoneNumberKind.FixedLineOrMobile, "US")]
    [InlineData("whatsapp:+34600111222", "", "+34600111222", PhoneNumberKind.Mobile, "ES")]
    [InlineData("+1 650 253 0000 x123", "", "+16502530000", PhoneNumberKind.FixedLineOrMobile, "US")]
    [InlineData("+800 1234 5678", "", "+80012345678", PhoneNumberKind.TollFree, "001")]
    [InlineData("++34600111222", "", "+34600111222", PhoneNumberKind.Mobile, "ES")]
    [InlineData("\uFF0B34600111222", "", "+34600111222", PhoneNumberKind.Mobile, "ES")]
    [InlineData("(+34) 600 111 222", "", "+34600111222", PhoneNumberKind.Mobile, "ES")]
    [InlineData("+36 06 20 123 4567", "", "+36201234567", PhoneNumberKind.Mobile, "HU")]
    [InlineData("0 612 34567", "LT", "+37061234567", PhoneNumberKind.Mobile, "LT")]
    [InlineData("0034600111222", "US", "+10034600111222", PhoneNumberKind.Unknown, null)]
    [InlineData("0347 123 4567", "IT", "+3903471234567", PhoneNumberKind.Unknown, null)]
    [InlineData("+52 1 55 1234 5678", "", "+5215512345678", PhoneNumberKind.Unknown, "MX")]
    [InlineData("1-800-MICROSOFT", "US", "+1800642767638", PhoneNumberKind.Unknown, null)]
    [InlineData("911", "US", "+1911", PhoneNumberKind.Unknown, null)]
    [InlineData("600 111 22", "ES", "+3460011122", PhoneNumberKind.Unknown, "ES")]
    [InlineData("+34 600 111 222abc", "", "+34600111222222", PhoneNumberKind.Unknown, "ES")]
    [InlineData("00 65 8123 4567", "ID", "+62006581234567", PhoneNumberKind.Unknown, "ID")]
    public void Normalize_AsLibphonenumber_GivesItsAnswer(string text, string region, string number, PhoneNumberKind kind, string? numberRegion)
    {
        var result = new PhoneNumberNormalizer().Normalize(text, Plain(region));

        result.Number.ToString().Should().Be(number);
        result.Number.Kind.Should().Be(kind);
        result.Number.Region.Should().Be(numberRegion);
        (result.Number.Validity == PhoneNumberValidity.Valid).Should().Be(kind != PhoneNumberKind.Unknown);
    }

    [Theory]
    [InlineData("sip:+34600111222@example.com", "", PhoneNumberError.NotANumber)]
    [InlineData("+34", "", PhoneNumberError.NotANumber)]
    [InlineData("tel:253-0000;phone-context=", "US", PhoneNumberError.NotANumber)]
    [InlineData("123456789012345678901", "ES", PhoneNumberError.MoreThan15Digits)]
    [InlineData("600.111.222 (movil)", "ES", PhoneNumberError.MoreThan15Digits)]
    [InlineData("600111222", "", PhoneNumberError.RegionNeeded)]
    [InlineData("600111222", "ZZ", PhoneNumberError.UnknownRegion)]
    [InlineData("00 1", "ES", PhoneNumberError.TooShort)]
    public void Normalize_AsLibphonenumber_RefusesWhatItRefuses(string text, string region, PhoneNumberError error) =>
        new PhoneNumberNormalizer().Normalize(text, Plain(region)).Error.Should().Be(error);

    private static PhoneNumberOptions Plain(string region) => new()
    {
        DefaultRegion = region,
        Level = PhoneNumberLevel.Syntax,
        Styles = PhoneNumberStyles.Libphonenumber,
    };
}
