namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>The parameters of a <c>tel:</c> URI that say how its number is to be read (RFC 3966, section 3).</summary>
internal static class PhoneContext
{
    internal const string IsdnSubaddress = ";isub=";

    private const string Parameter = ";phone-context=";
    private const string Scheme = "tel:";

    /// <summary>Puts a context that is a number in front of the number it belongs to.</summary>
    /// <param name="text">The text.</param>
    /// <param name="buffer">Room for as many characters.</param>
    /// <param name="number">The number with its context; empty when there is no context.</param>
    /// <param name="hasContext">Whether there is one.</param>
    /// <returns>Whether the context is none or a right one.</returns>
    internal static bool TryApply(ReadOnlySpan<char> text, Span<char> buffer, out ReadOnlySpan<char> number, out bool hasContext)
    {
        number = default;
        var at = text.IndexOf(Parameter);
        hasContext = at >= 0;

        if (!hasContext)
        {
            return true;
        }

        var context = text[(at + Parameter.Length)..];
        context = context.IndexOf(';') is >= 0 and var end ? context[..end] : context;
        var scheme = text.IndexOf(Scheme);
        var start = scheme < 0 ? 0 : scheme + Scheme.Length;

        if (start > at || (!IsGlobalNumber(context) && !IsDomainName(context)))
        {
            return false;
        }

        context = context[0] == '+' ? context : default;
        context.CopyTo(buffer);
        text[start..at].CopyTo(buffer[context.Length..]);
        number = buffer[..(context.Length + at - start)];

        return true;
    }

    // RFC3966_GLOBAL_NUMBER_DIGITS: a plus, then digits and visual separators, a digit at least.
    private static bool IsGlobalNumber(ReadOnlySpan<char> context)
    {
        if (context.IsEmpty || context[0] != '+')
        {
            return false;
        }

        var hasDigit = false;

        foreach (var c in context[1..])
        {
            if (PhoneCharacters.IsDigit(c))
            {
                hasDigit = true;
            }
            else if (c is not ('-' or '.' or '(' or ')'))
            {
                return false;
            }
        }

        return hasDigit;
    }

    // RFC3966_DOMAINNAME: labels of letters, digits and inner hyphens; the last starts with a letter; a dot may end it.
    private static bool IsDomainName(ReadOnlySpan<char> context)
    {
        context = context.EndsWith('.') ? context[..^1] : context;
        var isTop = true;

        while (true)
        {
            var dot = context.LastIndexOf('.');
            var label = context[(dot + 1)..];

            if (!IsDomainLabel(label) || (isTop && !char.IsAsciiLetter(label[0])))
            {
                return false;
            }

            if (dot < 0)
            {
                return true;
            }

            context = context[..dot];
            isTop = false;
        }
    }

    private static bool IsDomainLabel(ReadOnlySpan<char> label)
    {
        foreach (var c in label)
        {
            if (c != '-' && !char.IsAsciiLetter(c) && !PhoneCharacters.IsDigit(c))
            {
                return false;
            }
        }

        return !label.IsEmpty && label[0] != '-' && label[^1] != '-';
    }
}
