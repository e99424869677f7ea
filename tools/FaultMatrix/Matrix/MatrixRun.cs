using PitWall.Alerts.Twilio;

namespace FaultMatrix.Matrix;

/// <summary>Sends one alert into each fault and reads what became of it.</summary>
internal static class MatrixRun
{
    private const string Phone = "+34600111222";

    /// <summary>Long enough that a busy machine does not time out where the fault is another one.</summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(5);

    public static async Task<MatrixRow> OfAsync(FaultKind fault)
    {
        var cells = await Task.WhenAll(
            CellAsync(fault, isCritical: false, once: true),
            CellAsync(fault, isCritical: false, once: false),
            CellAsync(fault, isCritical: true, once: true),
            CellAsync(fault, isCritical: true, once: false));
        return new MatrixRow(cells[0], cells[1], cells[2], cells[3]);
    }

    private static async Task<MatrixCell> CellAsync(FaultKind fault, bool isCritical, bool once)
    {
        var hits = 0;
        await using var rig = FaultRig.Start(
            FaultScript.Of(fault, () => Interlocked.Increment(ref hits) == 1 || !once), options => options.Transmit.AttemptTimeout = AttemptTimeout);

        var result = isCritical
            ? await rig.Alerts.SendCriticalAlertAsync(new CriticalAlert("RED FLAG"), Phone)
            : await rig.Alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.PitStop, "Box this lap"), Phone);

        return new MatrixCell(result.Outcome, result.Attempts, rig.Server.Store.Messages.Count);
    }
}
