using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Tests.Api.Wire;

public class FormBufferTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Box this lap", "Box%20this%20lap")]
    [InlineData("a+b&c=d%20e", "a%2Bb%26c%3Dd%2520e")]
    [InlineData("line\r\nline\tend", "line%0D%0Aline%09end")]
    [InlineData("*-._ ~!'()", "*-._%20%7E%21%27%28%29")]
    [InlineData("é€🔴", "%C3%A9%E2%82%AC%F0%9F%94%B4")]
    [InlineData("\0", "%00")]
    public void Append_Text_IsPercentEncodedUtf8(string value, string expected)
    {
        using var sut = new FormBuffer();

        sut.Append("Body"u8, value);

        Encoding.ASCII.GetString(sut.Written.Span).Should().Be("Body=" + expected);
    }

    [Fact]
    public void Append_LoneSurrogates_AreReplacedOneByOne()
    {
        using var sut = new FormBuffer();

        sut.Append("Body"u8, "a\uDD34\uD83Db");

        Encoding.ASCII.GetString(sut.Written.Span).Should().Be("Body=a%EF%BF%BD%EF%BF%BDb");
    }

    [Fact]
    public void Append_AnyText_ComesBackFromAnIndependentDecoder()
    {
        // Any sequence of UTF-16 code units, lone surrogates among them, with the characters that matter more often than chance has it.
        var unit = Gen.Frequency(
            (3, Gen.Choose(0x20, 0x7E)), (2, Gen.Elements<int>('&', '=', '+', '%', ' ', '\n', '\r', '\0', '~')), (2, Gen.Choose(0xD800, 0xDFFF)), (3, Gen.Choose(0, 0xFFFF)));
        var text = Gen.ListOf(unit).Select(units => new string([.. units.Select(u => (char)u)]));
        var fields = Gen.ListOf(text).ToArbitrary();

        Prop.ForAll(fields, values =>
        {
            using var sut = new FormBuffer();
            foreach (var value in values)
                sut.Append("Field"u8, value);

            var expected = values.Select(v => ("Field", Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(v))));
            return values.Count == 0 ? sut.Length == 0 : FormDecoder.Decode(sut.Written.Span).SequenceEqual(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    [Fact]
    public void Append_FarBeyondTheFirstBuffer_KeepsEverything()
    {
        using var sut = new FormBuffer();
        var long1 = string.Concat(Enumerable.Repeat("é", 2000));
        var long2 = new string('x', 5000);

        sut.Append("A"u8, long1);
        sut.Append("B"u8, long2);
        sut.Append("C"u8, long.MinValue);
        sut.Append("D"u8, true);
        sut.Append("E"u8, "a b", "c", "&");
        sut.Append("F"u8, "whatsapp:", E164PhoneNumber.Parse("+34600111222"));

        FormDecoder.Decode(sut.Written.Span).Should().Equal(
            ("A", long1), ("B", long2), ("C", "-9223372036854775808"), ("D", "true"), ("E", "a bc&"), ("F", "whatsapp:+34600111222"));
    }

    [Fact]
    public void Dispose_Twice_IsHarmless()
    {
        var sut = new FormBuffer();
        sut.Append("A"u8, "b");

        sut.Dispose();
        sut.Dispose();

        sut.Written.Length.Should().Be(0);
    }
}
