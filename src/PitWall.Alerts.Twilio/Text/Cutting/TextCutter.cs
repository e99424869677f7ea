namespace PitWall.Alerts.Twilio.Text;

/// <summary>Keeps as much of a message as a budget takes, between a head and a tail that stay whole.</summary>
internal static class TextCutter
{
    public const string Ellipsis = "...";

    /// <summary>Writes head, kept message, dots and tail.</summary>
    /// <param name="head">What stands before the message.</param>
    /// <param name="message">The message, which is cut.</param>
    /// <param name="tail">What stands after it.</param>
    /// <param name="budget">How long the whole may be.</param>
    /// <param name="output">Receives the text; empty where even head, dots and tail do not fit.</param>
    /// <returns>Characters of the message that were kept; -1 where even head, dots and tail do not fit.</returns>
    public static int Cut(
        scoped ReadOnlySpan<char> head, scoped ReadOnlySpan<char> message, scoped ReadOnlySpan<char> tail, TextBudget budget, ref TextBuffer output)
    {
        var most = MostThatFits(head, message, tail, budget, ref output);
        for (var limit = most; limit >= 0;)
        {
            var point = CutPoint.Before(message, limit);
            if (Fits(point, head, message, tail, budget, ref output))
                return point.End;

            limit = point.End - 1;
        }

        output.Clear();
        return -1;
    }

    private static int MostThatFits(
        scoped ReadOnlySpan<char> head, scoped ReadOnlySpan<char> message, scoped ReadOnlySpan<char> tail, TextBudget budget,
        ref TextBuffer output)
    {
        var low = 0;
        var high = Math.Min(message.Length - 1, budget.MostCharacters - head.Length - tail.Length - Ellipsis.Length);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Fits(new CutPoint(middle, IsSpaced: false), head, message, tail, budget, ref output))
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    private static bool Fits(
        CutPoint point, scoped ReadOnlySpan<char> head, scoped ReadOnlySpan<char> message, scoped ReadOnlySpan<char> tail, TextBudget budget,
        ref TextBuffer output)
    {
        output.Clear();
        output.Append(head);
        output.Append(message[..point.End]);
        if (point.IsSpaced)
            output.Append(' ');

        output.Append(Ellipsis);
        output.Append(tail);
        return budget.Admits(output.Written);
    }
}
