namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>Finds what serves a request.</summary>
internal sealed class ApiRouter(
    TwilioSandboxOptions options,
    Credentials credentials,
    AccountResource account,
    MessagesResource messages,
    CallsResource calls,
    NumbersResource numbers)
{
    private const string Root = "/2010-04-01/Accounts/";
    private const string Json = ".json";

    public ValueTask<ApiAnswer> RouteAsync(ApiRequest request)
    {
        var principal = credentials.Identify(request.Authorization);
        if (principal == Principal.Nobody) return new(ApiError.Unauthorized);
        if (!request.Path.StartsWith(Root, StringComparison.Ordinal) || !request.Path.EndsWith(Json, StringComparison.Ordinal))
            return new(ApiError.NotFound(request.Path));

        var segments = request.Path[Root.Length..^Json.Length].Split('/');
        if (segments[0] != (principal == Principal.TestToken ? options.TestAccountSid : options.AccountSid)) return new(ApiError.Unauthorized);
        if (principal == Principal.TestToken) return new(RouteTest(request, segments[1..]));

        return segments[1..] switch
        {
            ["Messages"] when request.Method == "POST" => messages.CreateAsync(request),
            [] when principal == Principal.ApiKey => new(ApiError.Unauthorized),
            var path => new(Route(request, path) ?? ApiError.NotFound(request.Path)),
        };
    }

    private ApiAnswer? Route(ApiRequest request, string[] path) => path switch
    {
        [] => request.Method switch
        {
            "GET" => account.Fetch(),
            "POST" => account.Update(request),
            _ => ApiError.MethodNotAllowed,
        },
        ["Balance"] => request.Method == "GET" ? account.Balance() : ApiError.MethodNotAllowed,
        ["Messages"] => request.Method == "GET" ? messages.List(request) : ApiError.MethodNotAllowed,
        ["Messages", var sid] => request.Method switch
        {
            "GET" => messages.Fetch(request, sid),
            "POST" => messages.Update(request, sid),
            "DELETE" => messages.Delete(request, sid),
            _ => ApiError.MethodNotAllowed,
        },
        ["Messages", var sid, "Feedback"] => request.Method == "POST" ? messages.Feedback(request, sid) : ApiError.MethodNotAllowed,
        ["Calls"] => request.Method switch
        {
            "POST" => calls.Create(request),
            "GET" => calls.List(request),
            _ => ApiError.MethodNotAllowed,
        },
        ["Calls", var sid] => request.Method switch
        {
            "GET" => calls.Fetch(request, sid),
            "POST" => calls.Update(request, sid),
            "DELETE" => calls.Delete(request, sid),
            _ => ApiError.MethodNotAllowed,
        },
        ["IncomingPhoneNumbers"] => request.Method switch
        {
            "POST" => numbers.Create(request),
            "GET" => numbers.List(request),
            _ => ApiError.MethodNotAllowed,
        },
        ["IncomingPhoneNumbers", var sid] => request.Method switch
        {
            "GET" => numbers.Fetch(request, sid),
            "POST" => numbers.Update(request, sid),
            "DELETE" => numbers.Delete(request, sid),
            _ => ApiError.MethodNotAllowed,
        },
        _ => null,
    };

    /// <summary>What the test credentials may do. Source: Twilio docs, "Test credentials".</summary>
    private ApiAnswer RouteTest(ApiRequest request, string[] path) => (request.Method, path) switch
    {
        ("POST", ["Messages"]) => messages.CreateTest(request),
        ("POST", ["Calls"]) => calls.CreateTest(request),
        ("POST", ["IncomingPhoneNumbers"]) => numbers.CreateTest(request),
        _ => new ApiError(20008, "Resource not accessible with Test Account Credentials", 403),
    };
}
