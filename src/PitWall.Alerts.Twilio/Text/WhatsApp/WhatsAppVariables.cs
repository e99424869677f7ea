namespace PitWall.Alerts.Twilio.Text;

/// <summary>Fills a template's variables.</summary>
/// <remarks>A variable holds one line and no run of spaces: Meta refuses a template parameter with either.</remarks>
internal static class WhatsAppVariables
{
    /// <summary>The longest message, which leaves room for the words of the template around it.</summary>
    /// <remarks>Meta takes 1,024 characters in the body of a template, its own words included.</remarks>
    public const int MostCharacters = 800;

    public static IReadOnlyDictionary<string, string> For(
        WhatsAppTemplate template, in AlertContent alert, AlertTextOptions options, AlertFormatContext context, out bool isCut)
    {
        var variables = new Dictionary<string, string>(4, StringComparer.Ordinal);
        var value = new TextBuffer(stackalloc char[512]);

        if (alert.Kind == AlertKind.Critical)
            value.Append(options.Labels.Critical);
        else
            AlertWords.WriteType(options.Labels, alert.Type, ref value);

        Add(variables, template.TypeVariable, ref value);

        MessageText.Write(alert.Message, ref value, keepLines: false);
        isCut = value.Length > MostCharacters;
        if (isCut)
        {
            value.Truncate(CutPoint.Before(value.Written, MostCharacters).End);
            value.Append(TextCutter.Ellipsis);
        }

        Add(variables, template.MessageVariable, ref value);

        value.Append(AlertWords.Marker(options.Labels, alert));
        Add(variables, template.SeverityVariable, ref value);

        WriteTime(context, ref value);
        Add(variables, template.TimeVariable, ref value);

        AddArea(variables, template.CategoryVariable, options.Labels, alert.Category, ref value);
        AddArea(variables, template.FocusVariable, options.Labels, alert.Focus, ref value);
        value.Dispose();
        return variables;
    }

    public static void WriteTime(AlertFormatContext context, ref TextBuffer output)
    {
        AlertWords.WriteTime(context.RaisedAt, "HH:mm:ss", ref output);
        output.Append(" UTC");
    }

    // A template with a variable that got no value is refused, so what is absent is a dash.
    public static void Add(Dictionary<string, string> variables, string name, ref TextBuffer value)
    {
        if (!string.IsNullOrEmpty(name))
            variables[name] = value.Length == 0 ? "-" : value.ToString();

        value.Clear();
    }

    private static void AddArea(Dictionary<string, string> variables, string name, AlertLabels labels, string? area, ref TextBuffer value)
    {
        if (area is not null)
            AlertWords.WriteArea(labels, area, capital: true, ref value);

        Add(variables, name, ref value);
    }
}
