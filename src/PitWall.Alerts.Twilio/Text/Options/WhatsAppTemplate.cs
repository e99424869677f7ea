namespace PitWall.Alerts.Twilio;

/// <summary>An approved template and what its variables stand for.</summary>
/// <remarks>An empty variable name means that the template does not show that value.</remarks>
public sealed class WhatsAppTemplate
{
    /// <summary>The SID of the approved template: <c>HX</c> and 32 hexadecimal digits.</summary>
    public string ContentSid { get; set; } = string.Empty;

    /// <summary>The variable for the label of the type. Default <c>1</c>.</summary>
    public string TypeVariable { get; set; } = "1";

    /// <summary>The variable for the message. Default <c>2</c>.</summary>
    public string MessageVariable { get; set; } = "2";

    /// <summary>The variable for the severity or priority. Default <c>3</c>.</summary>
    public string SeverityVariable { get; set; } = "3";

    /// <summary>The variable for the time in UTC. Default <c>4</c>.</summary>
    public string TimeVariable { get; set; } = "4";

    /// <summary>The variable for a coaching alert's category. Default empty.</summary>
    public string CategoryVariable { get; set; } = string.Empty;

    /// <summary>The variable for a coaching alert's improvement area. Default empty.</summary>
    public string FocusVariable { get; set; } = string.Empty;
}
