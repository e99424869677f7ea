namespace PitWall.Alerts.Twilio.Tests.Text;

/// <summary>One row of Data/alert-examples.tsv: an alert as services raise it.</summary>
public sealed record AlertExample(string Kind, string Type, string Severity, string Category, string FocusArea, string Message)
{
    public static IReadOnlyList<AlertExample> All { get; } =
        [.. File.ReadLines(TestFiles.Path("Text", "Data", "alert-examples.tsv")).Skip(1).Select(Parse)];

    public Alert ToAlert()
    {
        var severity = Enum.Parse<AlertSeverity>(Severity, ignoreCase: true);
        return Kind switch
        {
            "strategy" => new StrategyAlert(new StrategyAlertType(Type), Message, severity),
            "coaching" => new CoachingAlert(new CoachingAlertType(Type), Message, severity)
            {
                Category = Category,
                ImprovementArea = FocusArea,
            },
            "critical" => new CriticalAlert(Message),
            _ => throw new InvalidDataException($"\"{Kind}\" is not a kind of alert."),
        };
    }

    private static AlertExample Parse(string line)
    {
        var cells = line.Split('\t');
        return new AlertExample(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
    }
}
