using Microsoft.AspNetCore.Http;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Turns what the client finds wrong with a message, before it sends anything, into the words of the request.</summary>
internal static class ArgumentProblem
{
    public static IResult Of(ArgumentException e, RequestFields fields)
    {
        var errors = new FieldErrors();
        var name = e.ParamName ?? string.Empty;
        errors.Add(FieldOf(name, fields), Rule(e, name));
        return Problem.Invalid(errors);
    }

    private static string FieldOf(string parameter, RequestFields fields) => parameter switch
    {
        "To" => "to",
        "From" => "from_number",
        "Body" or "Message" => fields.Text,
        "Url" => "url",
        "StatusCallback" => "status_callback",
        "ContentSid" => "content_sid",
        "ContentVariables" => "content_variables",
        "messageSid" => "message_sid",
        _ => "body",
    };

    /// <summary>The exception's sentence without the name it begins with and the parameter the runtime adds.</summary>
    private static string Rule(ArgumentException e, string name)
    {
        var text = e.Message.AsSpan();
        var parameter = text.LastIndexOf(" (Parameter '");
        if (parameter >= 0)
            text = text[..parameter];

        return (text.StartsWith(name, StringComparison.Ordinal) ? text[name.Length..].TrimStart() : text).ToString();
    }
}
