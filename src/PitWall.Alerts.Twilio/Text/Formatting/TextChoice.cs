namespace PitWall.Alerts.Twilio.Text;

/// <summary>Chooses between the ways one text can be written: in GSM-7, as the caller wrote it, with an emoji, cut.</summary>
internal static class TextChoice
{
    /// <summary>Takes a text if it fits, and shows the emoji where that costs no segment more.</summary>
    /// <param name="raw">The text as it was written.</param>
    /// <param name="scratch">Overwritten.</param>
    /// <param name="emoji">The marker as an emoji; may be empty.</param>
    /// <param name="budget">What the text may cost.</param>
    /// <param name="layout">The layout of the text.</param>
    /// <param name="isCut">Whether something is missing from it already.</param>
    /// <param name="text">The chosen text.</param>
    /// <returns><see langword="false"/> when it does not fit.</returns>
    public static bool TryChoose(
        ref TextBuffer raw, ref TextBuffer scratch, string emoji, TextBudget budget, AlertLayout layout, bool isCut, out FormattedAlert text)
    {
        scratch.Clear();
        var isGsm7 = budget.IsSms && Gsm7Transliterator.Write(raw.Written, ref scratch) < 0;
        var plain = isGsm7 ? scratch.Written : raw.Written;
        text = default;
        if (!budget.Admits(plain, out var measure))
            return false;

        if (emoji.Length > 0)
        {
            var rich = new TextBuffer(stackalloc char[320]);
            rich.Append(emoji);
            rich.Append(' ');
            rich.Append(raw.Written);
            var isFree = budget.Admits(rich.Written, out var richMeasure) && richMeasure.Segments <= measure.Segments;
            if (isFree)
                text = Result(rich.Written, richMeasure, budget, layout, isCut, isGsm7);

            rich.Dispose();
            if (isFree)
                return true;
        }

        text = Result(plain, measure, budget, layout, isCut, isGsm7);
        return true;
    }

    /// <summary>Cuts the message, in GSM-7 as far as it reaches or as it was written, whichever keeps more of it.</summary>
    /// <param name="head">What stands before the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="tail">What stands after it.</param>
    /// <param name="budget">What the text may cost.</param>
    /// <param name="fewest">Characters of the message without which the text is worthless.</param>
    /// <param name="text">The text.</param>
    /// <returns><see langword="false"/> when fewer characters fit.</returns>
    public static bool TryCut(
        ReadOnlySpan<char> head, ReadOnlySpan<char> message, ReadOnlySpan<char> tail, TextBudget budget, int fewest, out FormattedAlert text)
    {
        var gsm = new TextBuffer(stackalloc char[512]);
        var raw = new TextBuffer(stackalloc char[512]);
        var gsmKept = budget.IsSms ? CutInGsm7(head, message, tail, budget, ref gsm) : -1;
        var rawKept = TextCutter.Cut(head, message, tail, budget, ref raw);
        var isGsm7 = gsmKept >= rawKept && gsmKept >= 0;
        var kept = Math.Max(gsmKept, rawKept);
        text = default;
        if (kept >= fewest)
        {
            var best = isGsm7 ? gsm.Written : raw.Written;
            text = Result(best, SmsMeter.Measure(best, budget.ReservedUnits), budget, AlertLayout.Short, isCut: true, isGsm7);
        }

        gsm.Dispose();
        raw.Dispose();
        return kept >= fewest;
    }

    /// <summary>Cuts the message, and where labels leave no room for one, the text as a whole.</summary>
    /// <inheritdoc cref="TryCut"/>
    public static FormattedAlert Cut(ReadOnlySpan<char> head, ReadOnlySpan<char> message, ReadOnlySpan<char> tail, TextBudget budget)
    {
        if (TryCut(head, message, tail, budget, fewest: 0, out var text))
            return text;

        var whole = new TextBuffer(stackalloc char[512]);
        whole.Append(head);
        whole.Append(message);
        whole.Append(tail);
        _ = TryCut([], whole.Written, [], budget, fewest: 0, out text);
        whole.Dispose();
        return text;
    }

    private static int CutInGsm7(
        ReadOnlySpan<char> head, ReadOnlySpan<char> message, ReadOnlySpan<char> tail, TextBudget budget, ref TextBuffer output)
    {
        var gsmHead = new TextBuffer(stackalloc char[128]);
        var gsmTail = new TextBuffer(stackalloc char[128]);
        var gsmMessage = new TextBuffer(stackalloc char[512]);
        var kept = -1;
        if (Gsm7Transliterator.Write(head, ref gsmHead) < 0 && Gsm7Transliterator.Write(tail, ref gsmTail) < 0)
        {
            // As far as the first character that GSM-7 lacks, and that one, so that the word before it counts as ended.
            var reach = Gsm7Transliterator.Write(message, ref gsmMessage);
            var usable = reach < 0 ? gsmMessage.Written : gsmMessage.Written[..(reach + 1)];
            kept = TextCutter.Cut(gsmHead.Written, usable, gsmTail.Written, budget, ref output);
        }

        gsmHead.Dispose();
        gsmTail.Dispose();
        gsmMessage.Dispose();
        return kept;
    }

    private static FormattedAlert Result(
        ReadOnlySpan<char> text, SmsMeasure measure, TextBudget budget, AlertLayout layout, bool isCut, bool isGsm7) => new()
        {
            Text = text.ToString(),
            Segments = budget.IsSms ? measure.Segments : 0,
            Encoding = budget.IsSms ? measure.Encoding : null,
            Layout = layout,
            IsCut = isCut,
            Warnings = TextWarnings.For(measure, isCut, isGsm7 || !budget.IsSms),
        };
}
