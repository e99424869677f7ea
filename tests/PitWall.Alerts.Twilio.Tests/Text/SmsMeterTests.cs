using PitWall.Alerts.Twilio.Text;

namespace PitWall.Alerts.Twilio.Tests.Text;

/// <summary>What stands before a text, such as the words of a trial account, takes room and is no part of it.</summary>
public class SmsMeterTests
{
    [Theory]
    [InlineData("Box now", 0, 1, 7, 7)]
    [InlineData("Box now", 38, 1, 7, 45)]
    [InlineData("Box now", 153, 1, 7, 160)]
    [InlineData("Box now", 154, 2, 7, 8)]
    [InlineData("Box now {", 153, 2, 10, 10)]
    public void Measure_Gsm7BehindOthersWords_CountsThemForTheSegments(string text, int reserved, int segments, int units, int inLast)
    {
        var measure = SmsMeter.Measure(text, reserved);

        (measure.Encoding, measure.Segments, measure.Units, measure.UnitsInLastSegment).Should().Be((SmsEncoding.Gsm7, segments, units, inLast));
    }

    [Theory]
    [InlineData(1, 0, 1, 1)]
    [InlineData(1, 69, 1, 70)]
    [InlineData(2, 69, 2, 4)]
    [InlineData(67, 67, 2, 67)]
    [InlineData(68, 38, 2, 39)]
    [InlineData(140, 38, 3, 44)]
    public void Measure_Ucs2BehindOthersWords_CountsThemForTheSegments(int length, int reserved, int segments, int inLast)
    {
        var measure = SmsMeter.Measure(new string('\u0436', length), reserved);

        (measure.Encoding, measure.Segments, measure.Units, measure.UnitsInLastSegment).Should().Be((SmsEncoding.Ucs2, segments, length, inLast));
    }

    [Theory]
    [InlineData("Box this lap, box this lap. Fuel to end, fresh softs, no wing change. ")]
    [InlineData("{Gap} [to] leader ~4.218s, \u20AC0.5 a lap. ")]
    [InlineData("\u6B8B\u308A\u5341\u4E94\u5468 \uD83D\uDE00 ")]
    public void Measure_AnyEncoding_AllocatesNothing(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 10));

        // The runtime itself allocates when it first runs or recompiles a method, so the best of some rounds counts.
        var allocated = Enumerable.Range(0, 10).Min(round =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = SmsText.Measure(text);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });

        allocated.Should().Be(0);
    }
}
