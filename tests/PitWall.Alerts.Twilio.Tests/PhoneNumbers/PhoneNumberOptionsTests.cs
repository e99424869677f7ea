using Microsoft.Extensions.Configuration;

namespace PitWall.Alerts.Twilio.Tests.PhoneNumbers;

public sealed class PhoneNumberOptionsTests
{
    [Theory]
    [InlineData("+34600111222", PhoneNumberError.None)]
    [InlineData("+447400123456", PhoneNumberError.None)]
    [InlineData("+447911123456", PhoneNumberError.RegionNotAllowed)]
    [InlineData("+16502530000", PhoneNumberError.RegionNotAllowed)]
    [InlineData("+80012345678", PhoneNumberError.RegionNotAllowed)]
    public void AllowedRegions_WhenSet_AreAllThatIsTaken(string text, PhoneNumberError error)
    {
        var sut = new PhoneNumberNormalizer(new PhoneNumberOptions { AllowedRegions = ["ES", "gb"] });

        sut.Normalize(text).Error.Should().Be(error);
    }

    [Fact]
    public void AllowedRegions_ForARangeOfNoRegion_CountItAsTheMainOne()
    {
        E164PhoneNumber.FromTrusted("+11234567890").Region.Should().BeNull();

        new PhoneNumberNormalizer(new PhoneNumberOptions { AllowedRegions = ["US"] }).Normalize("+11234567890").IsSuccess.Should().BeTrue();
        new PhoneNumberNormalizer(new PhoneNumberOptions { AllowedRegions = ["CA"] }).Normalize("+11234567890").IsSuccess.Should().BeFalse();
    }

    [Fact]
    public void AllowedRegions_ForAnUnknownRangeBehindARegionsFirstDigits_CountItAsThatRegion()
    {
        var jamaican = E164PhoneNumber.FromTrusted("+18760000000");
        jamaican.Validity.Should().Be(PhoneNumberValidity.Possible);

        new PhoneNumberNormalizer(new PhoneNumberOptions { AllowedRegions = ["US"] }).Normalize(jamaican.ToString()).IsSuccess.Should().BeFalse();
        new PhoneNumberNormalizer(new PhoneNumberOptions { AllowedRegions = ["JM"] }).Normalize(jamaican.ToString()).IsSuccess.Should().BeTrue();
    }

    [Fact]
    public void AllowedRegions_With001_AllowTheNonGeographicCodes() =>
        new PhoneNumberNormalizer(new PhoneNumberOptions { AllowedRegions = ["001"] }).Normalize("+80012345678").IsSuccess.Should().BeTrue();

    [Fact]
    public void RefusedKinds_WhenSet_AreRefusedWithTheirKind()
    {
        var sut = new PhoneNumberNormalizer(new PhoneNumberOptions { RefusedKinds = [PhoneNumberKind.FixedLine, PhoneNumberKind.TollFree] });

        var result = sut.Normalize("+34912345678");

        result.Error.Should().Be(PhoneNumberError.KindRefused);
        result.Reason.Should().Be("a fixed line of Spain, which is refused");
        sut.Normalize("+34600111222").IsSuccess.Should().BeTrue();
    }

    [Fact]
    public void Normalize_AfterTheOptionsChanged_FollowsThem()
    {
        var options = new PhoneNumberOptions();
        var sut = new PhoneNumberNormalizer(options);
        sut.Normalize("600111222").Error.Should().Be(PhoneNumberError.RegionNeeded);

        options.DefaultRegion = "es";

        sut.Normalize("600111222").Number.ToString().Should().Be("+34600111222");
    }

    [Fact]
    public void Normalize_WithoutOptions_Throws()
    {
        var act = () => new PhoneNumberNormalizer().Normalize("+34600111222", null!);

        act.Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Options_FromConfiguration_AreBound()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["DefaultRegion"] = "GB",
            ["Level"] = "Mobile",
            ["AllowedRegions:0"] = "GB",
            ["AllowedRegions:1"] = "IE",
            ["RefusedKinds:0"] = "Voip",
            ["Styles"] = "AllowLetters, AllowPremiumRate",
        }).Build();

        var sut = configuration.Get<PhoneNumberOptions>()!;

        sut.DefaultRegion.Should().Be("GB");
        sut.Level.Should().Be(PhoneNumberLevel.Mobile);
        sut.AllowedRegions.Should().Equal("GB", "IE");
        sut.RefusedKinds.Should().Equal(PhoneNumberKind.Voip);
        sut.Styles.Should().Be(PhoneNumberStyles.AllowLetters | PhoneNumberStyles.AllowPremiumRate);
    }
}
