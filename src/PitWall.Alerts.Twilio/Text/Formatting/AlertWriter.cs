namespace PitWall.Alerts.Twilio.Text;

/// <summary>Takes one alert to the writer of its channel.</summary>
internal static class AlertWriter
{
    public static FormattedAlert Write(Alert alert, AlertTextOptions options, AlertFormatContext context)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var content = AlertContent.Of(alert);
        return context.Channel switch
        {
            AlertChannel.WhatsApp => WhatsAppAlertWriter.Write(content, options, context),
            AlertChannel.Voice => SpeechWriter.Write(content, options, context),
            _ => SmsAlertWriter.Write(content, options, context),
        };
    }
}
