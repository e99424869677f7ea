namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Answers that several endpoints give.</summary>
internal static class EndpointExamples
{
    public const string Sent = """
        {
          "success": true,
          "sid": "SM00000000000000000000000000000001",
          "status": "queued",
          "to": "+16502530000",
          "from": "+15125550100",
          "message": "Accepted by Twilio.",
          "timestamp": "2026-03-01T14:00:00+00:00",
          "segments": 1,
          "attempts": 1
        }
        """;

    public const string AlertSent = """
        {
          "success": true,
          "sid": "SM00000000000000000000000000000001",
          "status": "queued",
          "to": "+16502530000",
          "from": "+15125550100",
          "message": "Accepted by Twilio.",
          "timestamp": "2026-03-01T14:00:00+00:00",
          "id": "b1cQd7kY0aTz4n2V",
          "segments": 1,
          "attempts": 1,
          "is_cut": false
        }
        """;

    public const string Entry = """
        {
          "id": "b1cQd7kY0aTz4n2V",
          "kind": "strategy",
          "alert_type": "tire_wear",
          "severity": "high",
          "channel": "sms",
          "to": "+1*******000",
          "outcome": "accepted",
          "sid": "SM00000000000000000000000000000001",
          "status": "delivered",
          "segments": 1,
          "attempts": 1,
          "times": {
            "decided": "2026-03-01T14:00:00+00:00",
            "accepted": "2026-03-01T14:00:00.12+00:00",
            "delivered": "2026-03-01T14:00:02.5+00:00"
          }
        }
        """;
}
