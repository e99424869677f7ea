using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>Logs that requests are refused, and why, without letting their senders fill the log.</summary>
internal sealed class RefusalLog(TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);

    public void Add(TwilioSignatureVerdict verdict) => Add(verdict switch
    {
        TwilioSignatureVerdict.NoToken => "there is no auth token to verify it with. Set AuthToken; an API key's secret does not sign webhooks",
        TwilioSignatureVerdict.MissingSignature => "it has no signature",
        TwilioSignatureVerdict.Mismatch =>
            "its signature does not fit. If it is Twilio's, the auth token or the public address (Webhooks:PublicAddress) is not the one Twilio uses",
        TwilioSignatureVerdict.MissingBodyHash => "its body is no form and its URL holds no bodySHA256",
        TwilioSignatureVerdict.BodyMismatch => "its body is not the one that was signed",
        TwilioSignatureVerdict.InvalidUrl => "its URL is not an absolute one",
        _ => "its signature is malformed",
    });

    public void AddForeignAccount() => Add("it is for another account than the configured one");

    private void Add(string why)
    {
        long more;
        lock (_gate)
        {
            if (!_lines.TryGetValue(why, out var line))
            {
                _lines.Add(why, line = new Line());
            }
            else if (clock.GetElapsedTime(line.Since) < Pause)
            {
                line.Held++;
                return;
            }

            (more, line.Held, line.Since) = (line.Held, 0, clock.GetTimestamp());
        }

        AlertLog.WebhookRefused(logger, why, more);
    }

    private sealed class Line
    {
        public long Since { get; set; }

        public long Held { get; set; }
    }
}
