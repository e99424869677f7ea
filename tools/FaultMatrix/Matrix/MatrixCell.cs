using System.Globalization;
using PitWall.Alerts.Twilio;

namespace FaultMatrix.Matrix;

/// <summary>What became of one alert.</summary>
/// <param name="Outcome">What its caller was told.</param>
/// <param name="Attempts">How often a request was made.</param>
/// <param name="Messages">How many messages reached the phone.</param>
internal readonly record struct MatrixCell(AlertOutcome Outcome, int Attempts, int Messages)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Outcome}, {Attempts} {(Attempts == 1 ? "attempt" : "attempts")}, {Messages} on the phone");
}
