using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>
/// Records the opt-outs that Twilio reports. Twilio keeps its own list, so a list that fails here costs a request and no more.
/// </summary>
internal static class OptOutNote
{
    public static void Take(IOptOutList optOuts, E164PhoneNumber number, AlertChannel channel, ILogger logger)
    {
        try
        {
            optOuts.Add(number, channel);
        }
#pragma warning disable CA1031 // The list may be the host's, and must not hide what Twilio said.
        catch (Exception e)
#pragma warning restore CA1031
        {
            AlertLog.OptOutNotNoted(logger, number.ToRedactedString(), channel, e.GetType().Name);
        }
    }
}
