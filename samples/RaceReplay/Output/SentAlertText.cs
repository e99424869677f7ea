using System.Globalization;
using PitWall.Alerts.Twilio;
using RaceReplay.Export;
using RaceReplay.Sending;

namespace RaceReplay.Output;

/// <summary>Says what became of an alert in a few words.</summary>
internal static class SentAlertText
{
    public static string Moment(SentAlert sent) => RaceTimeText.Format(sent.RaisedAt);

    public static string Outcome(SentAlert sent) => sent.Result.Outcome switch
    {
        AlertOutcome.Accepted => "accepted",
        AlertOutcome.Suppressed => "suppressed",
        var outcome => outcome.ToString().ToUpperInvariant(),
    };

    public static string Detail(SentAlert sent) => sent.Result.Outcome switch
    {
        AlertOutcome.Accepted => string.Create(CultureInfo.InvariantCulture, $"{Segments(sent.Result.Segments)}, {sent.Took.TotalMilliseconds:0} ms"),
        AlertOutcome.Suppressed => sent.Result.Reason.ToString(),
        _ => sent.Cause,
    };

    private static string Segments(int segments) => segments == 1 ? "1 segment" : string.Create(CultureInfo.InvariantCulture, $"{segments} segments");
}
