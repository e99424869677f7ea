namespace PitWall.Alerts.Twilio.Api;

/// <summary>Writes where Twilio reports what became of a message or a call.</summary>
internal static class CallbackFields
{
    /// <summary>
    /// A request's own callback goes as it is; the options' carries the alert's id, so that nothing depends on having seen the
    /// SID.
    /// </summary>
    /// <returns>Whether there is a callback at all.</returns>
    public static bool Append(FormBuffer form, Uri? own, CallbackMethod? method, in CreateContext context, TwilioConnection connection)
    {
        if (own is not null)
            form.Append("StatusCallback"u8, WebAddress.OnWire(own));
        else if (connection.Options.StatusCallback is not { } configured)
            return false;
        else if (context.AlertId is { } id && connection.AlertCallback is { } callback)
            form.Append("StatusCallback"u8, callback.Before, id, callback.After);
        else
            form.Append("StatusCallback"u8, WebAddress.OnWire(configured));

        if (method is { } verb)
            form.Append("StatusCallbackMethod"u8, verb == CallbackMethod.Get ? "GET" : "POST");

        return true;
    }
}
