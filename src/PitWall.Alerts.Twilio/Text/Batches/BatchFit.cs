namespace PitWall.Alerts.Twilio.Text;

/// <summary>Finds the fullest text of a batch that its budget takes; what is left out is the least urgent, and is counted.</summary>
internal static class BatchFit
{
    // An alert of which less can be shown says nothing.
    private const int FewestCharactersOfAMessage = 24;

    // The shortest numbered line takes 6 characters, the longest text 1,600.
    private const int MostAlertsShown = 256;

    /// <param name="alerts">All alerts, the most urgent first.</param>
    /// <param name="options">Labels and layout.</param>
    /// <param name="context">Channel and time.</param>
    /// <param name="budget">What the text may cost.</param>
    public static FormattedAlert Find(AlertContent[] alerts, AlertTextOptions options, AlertFormatContext context, TextBudget budget)
    {
        if (TryWhole(alerts, options, context, budget, out var text))
            return text;

        if (!budget.IsSms || !TryRemoveSymbols(alerts, out var wordsAlone))
            return MostUrgent(alerts, options, context, budget);

        if (!TryWhole(wordsAlone, options, context, budget, out text))
            text = MostUrgent(wordsAlone, options, context, budget);

        return text with { IsCut = true, Warnings = TextWarnings.WithoutSymbols(text.Warnings) };
    }

    private static bool TryWhole(
        AlertContent[] alerts, AlertTextOptions options, AlertFormatContext context, TextBudget budget, out FormattedAlert text)
    {
        text = default;
        for (var layout = options.Layout; layout <= AlertLayout.Short && alerts.Length <= MostAlertsShown; layout++)
        {
            if (TryShow(alerts, alerts.Length, options, new BatchText(options, context, alerts.Length, layout), budget, layout, out text))
                return true;
        }

        return false;
    }

    private static FormattedAlert MostUrgent(AlertContent[] alerts, AlertTextOptions options, AlertFormatContext context, TextBudget budget)
    {
        var writer = new BatchText(options, context, alerts.Length, AlertLayout.Short);
        for (var count = MostThatCanFit(alerts, writer, budget); count > 0; count--)
        {
            if (!TryShow(alerts, count, options, writer, budget, AlertLayout.Short, out var text))
                continue;

            return TryShowAndCut(alerts, count, writer, budget, out var more) ? more : text;
        }

        _ = TryShowAndCut(alerts, whole: 0, writer, budget, out var first);
        return first;
    }

    // The messages alone are a lower bound of the text, so that no count is tried that cannot fit, however long the messages are.
    private static int MostThatCanFit(AlertContent[] alerts, BatchText writer, TextBudget budget)
    {
        var raw = new TextBuffer(stackalloc char[512]);
        var plain = new TextBuffer(stackalloc char[512]);
        var most = Math.Min(alerts.Length - 1, MostAlertsShown);
        var count = 0;
        for (var characters = 0; count < most; count++)
        {
            raw.Clear();
            plain.Clear();
            writer.WriteMessage(alerts[count], ref raw);
            _ = Gsm7Transliterator.Write(raw.Written, ref plain);
            characters += Math.Min(raw.Length, plain.Length);
            if (characters > budget.MostCharacters)
                break;
        }

        raw.Dispose();
        plain.Dispose();
        return count;
    }

    private static bool TryShow(
        AlertContent[] alerts, int count, AlertTextOptions options, BatchText writer, TextBudget budget, AlertLayout layout, out FormattedAlert text)
    {
        var raw = new TextBuffer(stackalloc char[512]);
        var scratch = new TextBuffer(stackalloc char[512]);
        _ = writer.Write(alerts.AsSpan(0, count), without: null, ref raw);
        var emoji = budget.IsSms ? AlertWords.Emoji(options.Labels, alerts[0]) : string.Empty;
        var fits = TextChoice.TryChoose(ref raw, ref scratch, emoji, budget, layout, isCut: count < alerts.Length, out text);
        raw.Dispose();
        scratch.Dispose();
        return fits;
    }

    // One alert more than fits as a whole: its message is cut.
    private static bool TryShowAndCut(AlertContent[] alerts, int whole, BatchText writer, TextBudget budget, out FormattedAlert text)
    {
        var frame = new TextBuffer(stackalloc char[512]);
        var message = new TextBuffer(stackalloc char[320]);
        var gap = writer.Write(alerts.AsSpan(0, whole + 1), alerts[whole], ref frame);
        writer.WriteMessage(alerts[whole], ref message);
        var head = frame.Written[..gap];
        var tail = frame.Written[gap..];
        var fits = true;
        if (whole == 0)
            text = TextChoice.Cut(head, message.Written, tail, budget);
        else
            fits = TextChoice.TryCut(head, message.Written, tail, budget, FewestCharactersOfAMessage, out text);

        frame.Dispose();
        message.Dispose();
        return fits;
    }

    // One picture in one message makes the whole text UCS-2; leaving it out helps only where nothing else does.
    private static bool TryRemoveSymbols(AlertContent[] alerts, out AlertContent[] wordsAlone)
    {
        wordsAlone = [.. alerts];
        var hasSymbols = false;
        for (var index = 0; index < wordsAlone.Length; index++)
        {
            if (Symbols.TryRemove(alerts[index].Message, out var words))
            {
                hasSymbols = true;
                wordsAlone[index] = alerts[index] with { Message = words };
            }
            else if (!SmsText.ToGsm7(words).IsGsm7)
            {
                return false;
            }
        }

        return hasSymbols;
    }
}
