using System.Text;
using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Tests.Api.Wire;

public class CreatedReaderTests
{
    private const string MessageSid = "SM0123456789abcdef0123456789abcdef";

    [Fact]
    public void TryRead_AWholeAnswer_TellsEverythingThatIsAskedFor()
    {
        var read = Read($$"""
            {"body":"x","num_segments":"2","from":"+15125550100","to":"+34600111222","status":"accepted","sid":"{{MessageSid}}",
             "date_created":"Thu, 24 Aug 2023 05:01:45 +0000","subresource_uris":{"media":"/a","sid":"not this"},"price":null}
            """)!;

        read.Should().BeEquivalentTo(new CreatedResource
        {
            Sid = MessageSid,
            Status = "accepted",
            To = "+34600111222",
            From = "+15125550100",
            Segments = 2,
            CreatedAt = new DateTimeOffset(2023, 8, 24, 5, 1, 45, TimeSpan.Zero),
        });
    }

    [Fact]
    public void TryRead_NumbersAsTheyWereAskedFor_MakesNoTextsOfThem()
    {
        var (to, from) = ("+34600" + 111222, "+15125550" + 100);

        var read = Read($$"""{"sid":"{{MessageSid}}","to":"+34600111222","from":"+15125550100","status":"queued"}""", to, from)!;

        read.To.Should().BeSameAs(to);
        read.From.Should().BeSameAs(from);
    }

    [Theory]
    [InlineData("""{"sid":"SM0123456789abcdef0123456789abcdef","to":7,"from":null,"status":["a"],"num_segments":3,"date_created":{}}""", "7", null, null, 3)]
    [InlineData("""{"sid":"SM0123456789abcdef0123456789abcdef","to":"\u002b34600111222","status":"brand-new","num_segments":"1"}""", "+34600111222", null, "brand-new", 1)]
    [InlineData("""{"sid":"x","sid":"SM0123456789abcdef0123456789abcdef"}""", null, null, null, null)]
    [InlineData("""  {"status" : null , "sid":"CA0123456789abcdef0123456789abcdef"}  """, null, null, null, null)]
    [InlineData("""{"sid":"SM0123456789abcdef0123456789abcdef","media":{"to":"a","b":["from"],"status":"sent"}}""", null, null, null, null)]
    public void TryRead_FieldsOfAnyType_ReadsWhatCanBeRead(string json, string? to, string? from, string? status, int? segments)
    {
        var read = Read(json)!;

        (read.To, read.From, read.Status, read.Segments).Should().Be((to, from, status, segments));
    }

    [Theory]
    [InlineData("\"Thu, 24 Aug 2023 05:01:45 +0000\"", true)]
    [InlineData("\"\\u0054hu, 24 Aug 2023 05:01:45 +0000\"", true)]
    [InlineData("\"Thu, 24 Aug 2023 07:01:45 +0200\"", true)]
    [InlineData("\"Thu, 24 Aug 2023 25:01:45 +0000\"", false)]
    [InlineData("\"yesterday\"", false)]
    [InlineData("null", false)]
    [InlineData("7", false)]
    public void TryRead_ADate_IsReadAsTwilioMayWriteIt(string date, bool isOne)
    {
        var read = Read($$"""{"sid":"{{MessageSid}}","date_created":{{date}}}""")!;

        read.CreatedAt.Should().Be(isOne ? new DateTimeOffset(2023, 8, 24, 5, 1, 45, TimeSpan.Zero) : null);
    }

    [Theory]
    [InlineData("\"1\"", 1)]
    [InlineData("\"10\"", 10)]
    [InlineData("12", 12)]
    [InlineData("\"many\"", null)]
    [InlineData("null", null)]
    public void TryRead_Segments_AreANumber(string segments, int? expected) =>
        Read($$"""{"sid":"{{MessageSid}}","num_segments":{{segments}}}""")!.Segments.Should().Be(expected);

    [Theory]
    [InlineData("queued")]
    [InlineData("accepted")]
    [InlineData("scheduled")]
    [InlineData("sending")]
    [InlineData("sent")]
    [InlineData("initiated")]
    [InlineData("ringing")]
    [InlineData("failed")]
    public void TryRead_AStatusThatComesFirst_IsTheOneTextOfThatStatus(string status)
    {
        var json = $$"""{"sid":"{{MessageSid}}","status":"{{status}}","num_segments":"1"}""";

        var (first, second) = (Read(json)!, Read(json)!);

        first.Status.Should().Be(status).And.BeSameAs(second.Status);
    }

    [Fact]
    public void TryRead_NumbersOtherThanAskedFor_AreThoseOfTheAnswer()
    {
        var read = Read($$"""{"sid":"{{MessageSid}}","to":"+34600111223","from":null}""", "+34600111222", "+15125550100")!;

        read.To.Should().Be("+34600111223");
        read.From.Should().BeNull();
    }

    [Fact]
    public void TryRead_TextThatIsNoUtf8_IsNothing() =>
        CreatedReader.TryRead([.. "{\"to\":\""u8, 0xFF, .. "\",\"sid\":\"SM0123456789abcdef0123456789abcdef\"}"u8], null, null).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("<html>")]
    [InlineData("""{"sid":"SM0123456789abcdef0123456789abcdef" """)]
    [InlineData("""{"sid":"SM0123456789abcdef0123456789abcdef"}}""")]
    [InlineData("""{"sid":"SM0123456789abcdef0123456789abcdef"} {}""")]
    [InlineData("""{"sid":"SM0123456789abcdef0123456789abcdef","body":"cut""")]
    [InlineData("""{"sid":"SM0123456789abcdef0123456789abcdeg"}""")]
    [InlineData("""{"sid":null}""")]
    [InlineData("""{"sid":"\ud800"}""")]
    [InlineData("""{"to":"\ud800","sid":"SM0123456789abcdef0123456789abcdef"}""")]
    public void TryRead_AnythingElse_IsNothing(string json) => Read(json).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData(""","sub""")]
    [InlineData(""","sid":"x"}""")]
    [InlineData("}}")]
    [InlineData(""","from":"x" """)]
    public void TryRead_AllThatIsAskedForIsThere_ReadsNoFurther(string rest)
    {
        const string date = "Thu, 24 Aug 2023 05:01:45 +0000";

        var read = Read($$"""{"to":null,"num_segments":"0","from":null,"to":"+34600111222","date_created":"{{date}}","status":"queued","sid":"{{MessageSid}}"{{rest}}""");

        read!.Sid.Should().Be(MessageSid);
    }

    [Fact]
    public void TryRead_ByteOrderMark_IsPassedOver() =>
        CreatedReader.TryRead([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($$"""{"sid":"{{MessageSid}}"}""")], null, null)!.Sid.Should().Be(MessageSid);

    [Fact]
    public void TryRead_EveryPrefixAndEveryChangedByte_NeverThrows()
    {
        var whole = Encoding.UTF8.GetBytes($$"""{"to":"+34\u0036","a":[{"b":"\ud83d\ude00"}],"status":"queued","sid":"{{MessageSid}}"}""");

        for (var i = 0; i < whole.Length; i++)
        {
            CreatedReader.TryRead(whole.AsSpan(0, i), "+346", null).Should().BeNull();
            foreach (var changed in new byte[] { 0, (byte)'"', (byte)'{', 0x80, 0xFF })
            {
                var copy = whole.ToArray();
                copy[i] = changed;
                CreatedReader.TryRead(copy, "+346", null);
            }
        }
    }

    private static CreatedResource? Read(string json, string? to = null, string? from = null) =>
        CreatedReader.TryRead(Encoding.UTF8.GetBytes(json), to, from);
}
