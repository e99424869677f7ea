using PitWall.Alerts.Twilio.Testing.Voice;

namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>The account's calls. Source: Twilio docs, Call resource.</summary>
internal sealed class CallsResource(CallStore store, CallFactory factory, CallEngine engine)
{
    public ApiAnswer Create(ApiRequest request)
    {
        if (factory.TryCreate(request, out var entry) is { } refusal) return refusal;

        // The answer shows the call as it was created, though without delays it may be over before the answer is sent.
        var answer = ApiAnswer.Json(201, entry!.Call, CallJson.Write, entry.Call.Sid);
        entry.Reports.ReleaseAfter(request.Answered);
        entry.Fetches.ReleaseAfter(request.Answered);
        engine.Place(entry);
        return answer;
    }

    /// <summary>Checks a request that is made with the test credentials.</summary>
    public ApiAnswer CreateTest(ApiRequest request) =>
        factory.TryCreateTest(request, out var call) is { } refusal ? refusal : ApiAnswer.Json(201, call!, CallJson.Write);

    public ApiAnswer Fetch(ApiRequest request, string sid) =>
        store.Find(sid) is { } entry ? Show(entry) : ApiError.NotFound(request.Path);

    /// <summary>Cancels, ends or redirects a call.</summary>
    public ApiAnswer Update(ApiRequest request, string sid)
    {
        if (store.Find(sid) is not { } entry) return ApiError.NotFound(request.Path);
        if ((CallRules.CheckUrl(request, "Url") ?? CallRules.CheckTwiml(request)) is { } malformed) return malformed;

        var status = request["Status"];
        var redirects = request["Url"] is not null || request["Twiml"] is not null;
        if (status is not (null or "canceled" or "completed")) return new ApiError(20422, $"'{status}' is not a status that a call can be given.");
        if (request["Url"] is not null && request["Twiml"] is not null) return new ApiError(20422, "'Url' and 'Twiml' exclude each other.");
        if (!MayChange(entry.Call.Status, status, redirects)) return new ApiError(21220, "Invalid call state for the requested action.");

        entry.StatusCallback = request["StatusCallback"] ?? entry.StatusCallback;
        entry.StatusCallbackMethod = request["StatusCallbackMethod"] ?? entry.StatusCallbackMethod;
        if (status is not null) engine.End(entry);
        else if (redirects) entry.Replace(CallFactory.Instructions(request));
        return Show(entry);
    }

    public ApiAnswer Delete(ApiRequest request, string sid)
    {
        if (store.Find(sid) is not { } entry) return ApiError.NotFound(request.Path);
        if (!entry.Call.Status.IsFinal()) return new ApiError(20009, "The call cannot be deleted because it is still in progress.", 409);

        store.Remove(sid);
        return ApiAnswer.NoContent;
    }

    public ApiAnswer List(ApiRequest request)
    {
        if (!ListQuery.TryRead(request, out var query, out var error)) return error!;
        if (!DateFilter.TryRead(request, "StartTime", out var started)) return new ApiError(20422, "StartTime is not a date");
        if (!DateFilter.TryRead(request, "EndTime", out var ended)) return new ApiError(20422, "EndTime is not a date");

        var to = request.QueryValue("To");
        var from = request.QueryValue("From");
        var status = request.QueryValue("Status");
        var parent = request.QueryValue("ParentCallSid");
        var page = store.Page(
            call => parent is null && (to is null || call.To == to) && (from is null || call.From == from)
                && (status is null || call.Status.Wire() == status) && started.Fits(call.StartTime) && ended.Fits(call.EndTime),
            query.AfterSid,
            query.Skip,
            query.Size + 1);
        return query.Answer("calls", page, static call => call.Sid, CallJson.Write);
    }

    private static bool MayChange(SandboxCallStatus now, string? status, bool redirects) => now switch
    {
        SandboxCallStatus.Queued or SandboxCallStatus.Ringing => !redirects || status is not null,
        SandboxCallStatus.InProgress => status != "canceled",
        _ => false,
    };

    private static ApiAnswer Show(CallEntry entry) => ApiAnswer.Json(200, entry.Call, CallJson.Write, entry.Call.Sid);
}
