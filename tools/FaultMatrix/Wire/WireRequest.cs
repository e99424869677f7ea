namespace FaultMatrix.Wire;

/// <summary>A request as it came over the socket.</summary>
internal sealed record WireRequest(string Method, string Target, string Body)
{
    public bool IsCreate => Method == "POST";

    public string Path => Target.Split('?')[0];

    public bool IsAboutCalls => Path.EndsWith("/Calls.json", StringComparison.Ordinal);

    /// <summary>A field of the form or of the query.</summary>
    public string? this[string name]
    {
        get
        {
            var fields = IsCreate ? Body : Target.Contains('?', StringComparison.Ordinal) ? Target[(Target.IndexOf('?', StringComparison.Ordinal) + 1)..] : "";
            foreach (var field in fields.Split('&'))
            {
                var parts = field.Split('=', 2);
                if (parts.Length == 2 && parts[0] == name)
                    return Uri.UnescapeDataString(parts[1].Replace('+', ' '));
            }

            return null;
        }
    }
}
