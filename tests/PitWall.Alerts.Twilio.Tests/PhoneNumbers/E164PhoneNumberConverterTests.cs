using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace PitWall.Alerts.Twilio.Tests.PhoneNumbers;

public sealed class E164PhoneNumberConverterTests
{
    private static readonly E164PhoneNumber Number = E164PhoneNumber.Parse("+34600111222");

    private sealed record Recipient(E164PhoneNumber Phone, E164PhoneNumber? Backup, Dictionary<E164PhoneNumber, int> Alerts);

    [Fact]
    public void Json_OfARecord_RoundTrips()
    {
        var sut = new Recipient(Number, null, new() { [Number] = 3 });

        var json = JsonSerializer.Serialize(sut);

        json.Should().Be("""{"Phone":"\u002B34600111222","Backup":null,"Alerts":{"\u002B34600111222":3}}""");
        JsonSerializer.Deserialize<Recipient>(json).Should().BeEquivalentTo(sut);
    }

    [Fact]
    public void Json_OfNoNumber_IsNull()
    {
        JsonSerializer.Serialize(default(E164PhoneNumber)).Should().Be("null");
        JsonSerializer.Deserialize<E164PhoneNumber>("null").HasValue.Should().BeFalse();
    }

    [Theory]
    [InlineData("\"+34600111222\"")]
    [InlineData("\"\\u002b34600111222\"")]
    [InlineData("\"\\u002b\\u0033\\u0034\\u0036\\u0030\\u0030\\u0031\\u0031\\u0031\\u0032\\u0032\\u0032\"")]
    public void Json_OfANumberHoweverEscaped_IsRead(string json) => JsonSerializer.Deserialize<E164PhoneNumber>(json).Should().Be(Number);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"600111222\"")]
    [InlineData("\"+1234567890\"")]
    [InlineData("\"+1\\uD800\"")]
    [InlineData("34600111222")]
    [InlineData("[]")]
    [InlineData("true")]
    public void Json_OfAnythingElse_IsAJsonErrorThatDoesNotRepeatIt(string json)
    {
        var act = () => JsonSerializer.Deserialize<E164PhoneNumber>(json);

        act.Should().Throw<JsonException>().Which.Message.Should().NotContain("600111222").And.NotContain("234567890");
    }

    [Fact]
    public void Json_OfAVeryLongText_IsAJsonError()
    {
        var act = () => JsonSerializer.Deserialize<E164PhoneNumber>($"\"+{new string('1', 1_000_000)}\"");

        act.Should().Throw<JsonException>();
    }

    [Fact]
    public async Task Json_InSmallPieces_IsRead()
    {
        await using var stream = new MemoryStream(Encoding.UTF8.GetBytes("[\"+34600111222\",\"\\u002b34600111222\"]"));

        var numbers = await JsonSerializer.DeserializeAsync<E164PhoneNumber[]>(stream, new JsonSerializerOptions { DefaultBufferSize = 1 });

        numbers.Should().Equal(Number, Number);
    }

    [Fact]
    public void TypeConverter_OfAText_RoundTrips()
    {
        var sut = TypeDescriptor.GetConverter(typeof(E164PhoneNumber));

        sut.CanConvertFrom(typeof(string)).Should().BeTrue();
        sut.ConvertFromInvariantString("+34600111222").Should().Be(Number);
        sut.ConvertToInvariantString(Number).Should().Be("+34600111222");
        sut.ConvertFromInvariantString(string.Empty).Should().Be(default(E164PhoneNumber));
    }

    [Fact]
    public void TypeConverter_OfAnythingElse_Throws()
    {
        var sut = TypeDescriptor.GetConverter(typeof(E164PhoneNumber));

        var act = () => sut.ConvertFromInvariantString("+1234567890");

        act.Should().Throw<FormatException>().Which.Message.Should().NotContain("234567890");
    }
}
