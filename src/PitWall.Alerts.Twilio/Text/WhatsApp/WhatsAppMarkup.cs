namespace PitWall.Alerts.Twilio.Text;

/// <summary>Keeps WhatsApp from reading formatting into a caller's words.</summary>
/// <remarks>
/// WhatsApp has no escape character, so the characters it formats by are replaced by ones that look alike: <c>*</c> ∗, <c>_</c> ˍ,
/// <c>~</c> ∼, <c>`</c> ˋ, and at the start of a line <c>&gt;</c> › and the dash of a list –. Source: WhatsApp Help Center, "How to
/// format your messages".
/// </remarks>
internal static class WhatsAppMarkup
{
    public static void NeutralizeFrom(int start, ref TextBuffer output)
    {
        var text = output.EditFrom(start);
        for (var index = 0; index < text.Length; index++)
        {
            var startsLine = index == 0 || text[index - 1] == '\n';
            text[index] = text[index] switch
            {
                '*' => '∗',
                '_' => 'ˍ',
                '~' => '∼',
                '`' => 'ˋ',
                '>' when startsLine => '›',
                '-' when startsLine && index + 1 < text.Length && text[index + 1] == ' ' => '–',
                var c => c,
            };
        }
    }
}
