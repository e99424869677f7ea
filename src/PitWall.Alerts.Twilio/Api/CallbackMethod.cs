namespace PitWall.Alerts.Twilio;

/// <summary>The HTTP method Twilio uses for a callback or to fetch TwiML.</summary>
public enum CallbackMethod
{
    /// <summary>POST with a form; Twilio's default.</summary>
    Post = 0,

    /// <summary>GET with a query.</summary>
    Get = 1,
}
