namespace PitWall.Alerts.Twilio.Tests.PhoneNumbers;

public sealed class PhoneNumberLevelTests
{
    [Fact]
    public void Level_ByDefault_IsPossible()
    {
        default(PhoneNumberLevel).Should().Be(PhoneNumberLevel.Possible);
        new PhoneNumberOptions().Level.Should().Be(PhoneNumberLevel.Possible);
    }

    [Theory]
    [InlineData("+34600111222", PhoneNumberLevel.Mobile)]
    [InlineData("+16502530000", PhoneNumberLevel.Mobile)]
    [InlineData("+34912345678", PhoneNumberLevel.Valid)]
    [InlineData("+80012345678", PhoneNumberLevel.Valid)]
    [InlineData("+34500111222", PhoneNumberLevel.Possible)]
    [InlineData("+12125550000", PhoneNumberLevel.Mobile)]
    [InlineData("+11234567890", PhoneNumberLevel.Possible)]
    [InlineData("+346001112", PhoneNumberLevel.Syntax)]
    [InlineData("+9991234567", PhoneNumberLevel.Syntax)]
    public void Normalize_AtEachLevel_TakesWhatSatisfiesIt(string text, PhoneNumberLevel highest)
    {
        foreach (var level in Enum.GetValues<PhoneNumberLevel>())
        {
            var result = new PhoneNumberNormalizer(new PhoneNumberOptions { Level = level }).Normalize(text);
            var parsed = E164PhoneNumber.TryParse(text, level, out var number, out var error);

            result.IsSuccess.Should().Be(level <= highest, "{0} was asked of {1}", level, text);
            parsed.Should().Be(result.IsSuccess);
            number.Should().Be(result.Number);
            error.Should().Be(result.Error);
            E164PhoneNumber.FromTrusted(text).Satisfies(level).Should().Be(result.IsSuccess);
        }
    }

    [Theory]
    [InlineData("+34500111222", PhoneNumberLevel.Valid, PhoneNumberError.NotInPlan)]
    [InlineData("+34500111222", PhoneNumberLevel.Mobile, PhoneNumberError.NotInPlan)]
    [InlineData("+34912345678", PhoneNumberLevel.Mobile, PhoneNumberError.NotMobile)]
    [InlineData("+346001112", PhoneNumberLevel.Possible, PhoneNumberError.TooShort)]
    [InlineData("+346001112223", PhoneNumberLevel.Possible, PhoneNumberError.TooLong)]
    [InlineData("+372123456789", PhoneNumberLevel.Possible, PhoneNumberError.WrongLength)]
    [InlineData("+12530000", PhoneNumberLevel.Possible, PhoneNumberError.LocalOnly)]
    [InlineData("+9991234567", PhoneNumberLevel.Possible, PhoneNumberError.UnknownCallingCode)]
    public void Normalize_OfWhatFallsShort_SaysOfWhat(string text, PhoneNumberLevel level, PhoneNumberError error) =>
        new PhoneNumberNormalizer(new PhoneNumberOptions { Level = level }).Normalize(text).Error.Should().Be(error);

    [Theory]
    [InlineData("+34600111222", false)]
    [InlineData("+34500111222", true)]
    [InlineData("+11234567890", true)]
    public void Normalize_OfANumberInNoKnownRange_TakesItAndSaysSo(string text, bool isSuspicious)
    {
        var result = new PhoneNumberNormalizer().Normalize(text);

        result.IsSuccess.Should().BeTrue();
        result.IsSuspicious.Should().Be(isSuspicious);
    }

    [Theory]
    [InlineData("+34600111222", PhoneNumberValidity.Valid)]
    [InlineData("+34500111222", PhoneNumberValidity.Possible)]
    [InlineData("+346001112", PhoneNumberValidity.Impossible)]
    [InlineData("+34", PhoneNumberValidity.Impossible)]
    [InlineData("+9991234567", PhoneNumberValidity.Impossible)]
    [InlineData("+9", PhoneNumberValidity.Impossible)]
    public void Validity_OfAnyShape_SaysHowFarItIsRight(string text, PhoneNumberValidity expected) =>
        E164PhoneNumber.FromTrusted(text).Validity.Should().Be(expected);
}
