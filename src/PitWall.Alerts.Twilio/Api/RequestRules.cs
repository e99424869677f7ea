namespace PitWall.Alerts.Twilio.Api;

/// <summary>The rules every request obeys, checked before it costs anything. A refusal names the field and the rule.</summary>
internal static class RequestRules
{
    public static ArgumentException Refuse(string field, string rule) => new($"{field} {rule}", field);

    public static void Address(Uri? uri, string field)
    {
        if (uri is null)
            throw Refuse(field, "holds no address.");

        if (WebAddress.FindProblem(uri) is { } problem)
            throw Refuse(field, problem);
    }

    public static void Callback(Uri? uri)
    {
        if (uri is not null && WebAddress.FindCallbackProblem(uri) is { } problem)
            throw Refuse("StatusCallback", problem);
    }

    public static void Verb(CallbackMethod? method, string field)
    {
        if (method is { } verb && !Enum.IsDefined(verb))
            throw Refuse(field, "must be Post or Get.");
    }
}
