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

    public ApiAnswer Route(ApiRequest request)
    {
        var principal = credentials.Identify(request.Authorization);
        if (principal == Principal.Nobody) return ApiError.Unauthorized;
        if (!request.Path.StartsWith(Root, StringComparison.Ordinal) || !request.Path.EndsWith(Json, StringComparison.Ordinal)) return ApiError.NotFound(request.Path);

        var segments = request.Path[Root.Length..^Json.Length].Split('/');
        if (segments[0] != options.AccountSid) return ApiError.Unauthorized;

        return segments[1..] switch
        {
            [] when principal == Principal.ApiKey => ApiError.Unauthorized,
            [] => request.Method == "GET" ? account.Fetch() : ApiError.MethodNotAllowed,
            ["Balance"] => request.Method == "GET" ? account.Balance() : ApiError.MethodNotAllowed,
            ["Messages"] => request.Method switch
            {
                "POST" => messages.Create(request),
                "GET" => messages.List(request),
                _ => ApiError.MethodNotAllowed,
            },
            ["Messages", var sid] => request.Method == "GET" ? messages.Fetch(request, sid) : ApiError.MethodNotAllowed,
            ["Calls"] => request.Method switch
            {
                "POST" => calls.Create(request),
                "GET" => calls.List(request),
                _ => ApiError.MethodNotAllowed,
            },
            ["Calls", var sid] => request.Method == "GET" ? calls.Fetch(request, sid) : ApiError.MethodNotAllowed,
            ["IncomingPhoneNumbers"] => request.Method == "GET" ? numbers.List(request) : ApiError.MethodNotAllowed,
            ["IncomingPhoneNumbers", var sid] => request.Method == "GET" ? numbers.Fetch(request, sid) : ApiError.MethodNotAllowed,
            _ => ApiError.NotFound(request.Path),
        };
    }
}
