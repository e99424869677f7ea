using System.Text.Json.Serialization.Metadata;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Collects what is wrong with a request, so that a caller hears everything at once.</summary>
internal sealed class FieldErrors
{
    /// <summary>The most unknown members that are reported: a body can hold thousands, and each is answered with the list of fields.</summary>
    private const int MaxUnknown = 10;

    private readonly SortedDictionary<string, string[]> _errors = new(StringComparer.Ordinal);

    public bool Any => _errors.Count > 0;

    public void Add(string field, string rule) => _errors[field] = _errors.TryGetValue(field, out var rules) ? [.. rules, rule] : [rule];

    /// <summary>A text that must be there, and not too long.</summary>
    public void Require(string field, string? value, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(value))
            Add(field, "is missing or empty.");
        else
            Limit(field, value, maxLength);
    }

    /// <summary>A text that must not be too long.</summary>
    public void Limit(string field, string? value, int maxLength)
    {
        if (value?.Length > maxLength)
            Add(field, FormattableString.Invariant($"has {value.Length} characters; at most {maxLength} are allowed."));
    }

    /// <summary>Adds an error for each member that is not a field, with the fields that exist.</summary>
    public void Refuse(string path, ICompleteRequest request, JsonTypeInfo type)
    {
        if (request.Unknown is not { } unknown)
            return;

        var fields = string.Join(", ", type.Properties.Where(static property => !property.IsExtensionData).Select(static property => property.Name));
        foreach (var name in unknown.Keys.Take(MaxUnknown))
            Add(path + name, $"is not a field here. The fields are: {fields}.");
    }

    /// <summary>One of several words, in any case.</summary>
    public T OneOf<T>(string field, string? value, T otherwise, params ReadOnlySpan<(string Word, T Value)> words)
    {
        if (value is null)
            return otherwise;

        var names = new List<string>(words.Length);
        foreach (var (word, meaning) in words)
        {
            if (string.Equals(value, word, StringComparison.OrdinalIgnoreCase))
                return meaning;

            names.Add(word);
        }

        Add(field, $"must be one of: {string.Join(", ", names)}.");
        return otherwise;
    }

    /// <summary>An absolute http or https address.</summary>
    public Uri? Address(string field, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return null;

        Limit(field, value, Lengths.Url);
        if (Uri.TryCreate(value, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
            return address;

        Add(field, "must be an absolute http or https address.");
        return null;
    }

    public IReadOnlyDictionary<string, string[]> ToDictionary() => _errors;
}
