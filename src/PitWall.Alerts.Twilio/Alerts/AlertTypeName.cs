using System.Diagnostics.CodeAnalysis;

namespace PitWall.Alerts.Twilio.Alerts;

/// <summary>The one rule for names of alert types: <c>lower_snake_case</c> words.</summary>
internal static class AlertTypeName
{
    private const int MaxLength = 64;

    public static bool IsValid([NotNullWhen(true)] string? name)
    {
        if (name is null || name.Length is 0 or > MaxLength || !name.Any(char.IsAsciiLetterOrDigit))
            return false;

        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or ' '))
                return false;
        }

        return true;
    }

    public static string Normalize(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsValid(name))
        {
            throw new ArgumentException(
                $"An alert type is named by 1 to {MaxLength} ASCII letters, digits, '_', '-' or spaces, with at least one letter or digit, such as \"tire_wear\".",
                nameof(name));
        }

        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) || c is '-' or ' ')
                return name.Trim().Replace('-', '_').Replace(' ', '_').ToLowerInvariant();
        }

        return name;
    }
}
