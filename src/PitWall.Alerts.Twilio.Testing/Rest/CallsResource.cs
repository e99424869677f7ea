using PitWall.Alerts.Twilio.Testing.Voice;

namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>Creates, fetches and lists calls.</summary>
internal sealed class CallsResource(CallStore store, CallFactory factory, CallLifecycle lifecycle)
{
    public ApiAnswer Create(ApiRequest request)
    {
        if (factory.TryCreate(request, out var entry) is { } refusal) return refusal;

        // The answer shows the call as it was created, though without delays it may be over before the answer is sent.
        var answer = ApiAnswer.Json(201, entry!.Call, CallJson.Write, entry.Call.Sid);
        entry.Callbacks.Hold();
        store.Add(entry);
        lifecycle.Start(entry);
        _ = ReleaseWhenAnsweredAsync(entry, request.Answered);
        return answer;
    }

    public ApiAnswer Fetch(ApiRequest request, string sid) =>
        store.Find(sid) is { } entry ? ApiAnswer.Json(200, entry.Call, CallJson.Write, sid) : ApiError.NotFound(request.Path);

    public ApiAnswer List(ApiRequest request)
    {
        if (!ListQuery.TryRead(request, out var query, out var error)) return error!;
        if (!DateFilter.TryRead(request, "StartTime", out var started)) return new ApiError(20001, "StartTime is not a date");
        if (!DateFilter.TryRead(request, "EndTime", out var ended)) return new ApiError(20001, "EndTime is not a date");

        var to = request.QueryValue("To");
        var from = request.QueryValue("From");
        var status = request.QueryValue("Status");
        var parent = request.QueryValue("ParentCallSid");
        var page = store.Page(
            call => parent is null && (to is null || call.To == to) && (from is null || call.From == from)
                && (status is null || call.Status.Wire() == status) && started.Fits(call.StartTime) && ended.Fits(call.EndTime),
            query.AfterSid,
            query.Page * query.Size,
            query.Size + 1);
        return query.Answer("calls", page, static call => call.Sid, CallJson.Write);
    }

    private static async Task ReleaseWhenAnsweredAsync(CallEntry entry, Task answered)
    {
        await answered.ConfigureAwait(false);
        entry.Callbacks.Release();
    }
}
