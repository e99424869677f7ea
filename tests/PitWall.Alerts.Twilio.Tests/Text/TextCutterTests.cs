using PitWall.Alerts.Twilio.Text;

namespace PitWall.Alerts.Twilio.Tests.Text;

public class TextCutterTests
{
    private const int InOne = 160;

    [Fact]
    public void Cut_OnlyHeadDotsAndTailFit_KeepsNothingOfTheMessage()
    {
        var head = new string('h', InOne - "...tail".Length);

        var (kept, text) = Cut(head, "Box this lap", "tail", TextBudget.Sms(1, reservedUnits: 0));

        kept.Should().Be(0);
        text.Should().Be(head + "...tail");
    }

    [Fact]
    public void Cut_NotEvenHeadDotsAndTailFit_WritesNothing()
    {
        var head = new string('h', InOne - "...tail".Length + 1);

        var (kept, text) = Cut(head, "Box this lap", "tail", TextBudget.Sms(1, reservedUnits: 0));

        kept.Should().Be(-1);
        text.Should().BeEmpty();
    }

    [Theory]
    [InlineData(0, 1600, true)]
    [InlineData(0, 1601, false)]
    [InlineData(38, 1562, true)]
    [InlineData(38, 1563, false)]
    public void Admits_AsManySegmentsAsItTakes_StopsAtTwiliosLongestText(int reserved, int length, bool admitted) =>
        TextBudget.Sms(TextBudget.Unlimited, reserved).Admits(new string('a', length)).Should().Be(admitted);

    private static (int Kept, string Text) Cut(string head, string message, string tail, TextBudget budget)
    {
        var output = new TextBuffer(stackalloc char[512]);
        var kept = TextCutter.Cut(head, message, tail, budget, ref output);
        var text = output.ToString();
        output.Dispose();
        return (kept, text);
    }
}
