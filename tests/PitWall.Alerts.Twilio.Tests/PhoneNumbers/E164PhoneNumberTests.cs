using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace PitWall.Alerts.Twilio.Tests.PhoneNumbers;

public sealed class E164PhoneNumberTests
{
    [Fact]
    public void Size_OfAValue_IsEightBytes() => Unsafe.SizeOf<E164PhoneNumber>().Should().Be(8);

    [Fact]
    public void Default_HasNoNumber()
    {
        var sut = default(E164PhoneNumber);

        sut.HasValue.Should().BeFalse();
        sut.ToString().Should().BeEmpty();
        sut.ToRedactedString().Should().BeEmpty();
        sut.CallingCode.Should().Be(0);
        sut.Region.Should().BeNull();
        sut.Validity.Should().Be(PhoneNumberValidity.None);
        sut.Satisfies(PhoneNumberLevel.Syntax).Should().BeFalse();
    }

    [Theory]
    [InlineData("+34600111222", 34)]
    [InlineData("+16502530000", 1)]
    [InlineData("+390669821234", 39)]
    [InlineData("+80012345678", 800)]
    public void Parse_E164Text_GivesTheSameTextBack(string text, int callingCode)
    {
        var sut = E164PhoneNumber.Parse(text);

        sut.ToString().Should().Be(text);
        sut.CallingCode.Should().Be(callingCode);
        E164PhoneNumber.Parse(Encoding.UTF8.GetBytes(text)).Should().Be(sut);
        E164PhoneNumber.FromTrusted(text).Should().Be(sut);
        Parsed<E164PhoneNumber>(text).Should().AllBeEquivalentTo(sut);
    }

    private static IEnumerable<T> Parsed<T>(string text)
        where T : ISpanParsable<T>, IUtf8SpanParsable<T> =>
        [T.Parse(text, CultureInfo.InvariantCulture), T.Parse(text.AsSpan(), null), T.Parse(Encoding.UTF8.GetBytes(text), null)];

    [Theory]
    [InlineData("", PhoneNumberError.NotANumber)]
    [InlineData("34600111222", PhoneNumberError.RegionNeeded)]
    [InlineData("+", PhoneNumberError.NotANumber)]
    [InlineData("+0600111222", PhoneNumberError.NotANumber)]
    [InlineData("+34 600 111 222", PhoneNumberError.NotANumber)]
    [InlineData("+1234567890123456", PhoneNumberError.MoreThan15Digits)]
    [InlineData("+9991234567", PhoneNumberError.UnknownCallingCode)]
    [InlineData("+1234567890", PhoneNumberError.TooShort)]
    [InlineData("+12345678901234", PhoneNumberError.TooLong)]
    public void TryParse_AnythingElse_SaysWhy(string text, PhoneNumberError expected)
    {
        var taken = E164PhoneNumber.TryParse(text, PhoneNumberLevel.Possible, out var number, out var error);

        taken.Should().BeFalse();
        number.HasValue.Should().BeFalse();
        error.Should().Be(expected);
    }

    [Theory]
    [InlineData("+447911123456", "+44*******456")]
    [InlineData("+16502530000", "+1*******000")]
    [InlineData("+6831234", "+683****")]
    public void ToRedactedString_ShowsCodeAndLastThree(string text, string expected) =>
        E164PhoneNumber.FromTrusted(text).ToRedactedString().Should().Be(expected);

    [Fact]
    public void TryFormat_WithTooLittleRoom_WritesNothing()
    {
        var sut = E164PhoneNumber.FromTrusted("+34600111222");

        sut.TryFormat(new char[11], out var chars).Should().BeFalse();
        sut.TryFormat(new byte[11], out var bytes).Should().BeFalse();

        chars.Should().Be(0);
        bytes.Should().Be(0);
        $"{sut} {sut:R}".Should().Be("+34600111222 +34******222");
    }

    [Fact]
    public void CompareTo_OrdersAsTheTexts()
    {
        string[] texts = ["+16502530000", "+164", "+34600111222", "+3460011122", "+442079460958", "+80012345678", "+16502530001"];

        var sut = texts.Select(text => E164PhoneNumber.FromTrusted(text)).Append(default).Order().Select(number => number.ToString());

        sut.Should().Equal(texts.Append(string.Empty).Order(StringComparer.Ordinal));
    }
}
