namespace PitWall.Alerts.Twilio;

/// <summary>The HTTP verb Twilio uses for a callback or to fetch TwiML.</summary>
public enum CallbackMethod
{
    /// <summary>POST with a form; what Twilio does by default.</summary>
    Post = 0,

    /// <summary>GET with a query.</summary>
    Get = 1,
}
