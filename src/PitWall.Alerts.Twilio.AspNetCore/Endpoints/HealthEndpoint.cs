using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary><c>GET /health</c></summary>
internal sealed class HealthEndpoint(EndpointMap map, string accountName, HealthReports reports)
{
    private const int ShownOfAccountSid = 10;

    private const string Example = """
        {
          "available": true,
          "message": "Alerts can leave.",
          "missing": [],
          "account_sid": "AC00000000...",
          "phone_number_configured": true,
          "whatsapp_number_configured": false,
          "reachable": true,
          "account_status": "active",
          "trial": false
        }
        """;

    private volatile PitWallTwilioOptions? _lastValid;

    public void Map() => map.Get("/health", HandleAsync)
        .WithSummary("Whether alerts can leave")
        .WithDescription("Answers 200 in any case: available says whether alerts can leave, and missing names the configuration keys that are not set.")
        .Produces<HealthResponse>()
        .WithMetadata(new EndpointExample(null, Example));

    private async Task<IResult> HandleAsync(HttpContext context)
    {
        var client = map.Account.Get<ITwilioAlertClient>(context.RequestServices);
        var report = await reports.GetAsync(client, context.RequestAborted).ConfigureAwait(false);
        var options = context.RequestServices.GetRequiredService<IOptionsMonitor<PitWallTwilioOptions>>();
        return Results.Json(Answer(report, Current(options)), EndpointJson.Wire.HealthResponse);
    }

    /// <summary>While a reload is invalid, alerts go on with the last valid options, and so does this.</summary>
    private PitWallTwilioOptions? Current(IOptionsMonitor<PitWallTwilioOptions> options)
    {
        try
        {
            return _lastValid = options.Get(accountName);
        }
#pragma warning disable CA1031 // A host's own configuring may throw anything, and a question about health needs an answer.
        catch (Exception)
#pragma warning restore CA1031
        {
            return _lastValid;
        }
    }

    private static HealthResponse Answer(TwilioHealthReport report, PitWallTwilioOptions? options) => new()
    {
        Available = report.IsAvailable,
        Message = HealthSentence.Of(report),
        Missing = report.Missing,
        AccountSid = options?.AccountSid is { Length: > ShownOfAccountSid } sid ? sid[..ShownOfAccountSid] + "..." : null,
        PhoneNumberConfigured = !string.IsNullOrEmpty(options?.PhoneNumber),
        WhatsAppNumberConfigured = !string.IsNullOrEmpty(options?.WhatsAppNumber),
        Reachable = report.IsReachable,
        AccountStatus = report.AccountStatus,
        Trial = report.IsTrial,
    };
}
