using PitWall.Alerts.Twilio.Testing.Lifecycle;
using PitWall.Alerts.Twilio.Testing.Storage;

namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>Creates, fetches and lists messages.</summary>
internal sealed class MessagesResource(MessageStore store, MessageFactory factory, MessageLifecycle lifecycle)
{
    public ApiAnswer Create(ApiRequest request)
    {
        if (factory.TryCreate(request, out var message) is { } refusal) return refusal;

        // The answer shows the message as it was created, though without delays its life is over before the answer is sent.
        var answer = ApiAnswer.Json(201, message!, MessageJson.Write, message!.Sid);
        var entry = new MessageEntry(message);
        entry.Callbacks.Hold();
        store.Add(entry);
        lifecycle.Start(entry);
        _ = ReleaseWhenAnsweredAsync(entry, request.Answered);
        return answer;
    }

    public ApiAnswer Fetch(ApiRequest request, string sid) =>
        store.Find(sid) is { } entry ? ApiAnswer.Json(200, entry.Snapshot, MessageJson.Write, sid) : ApiError.NotFound(request.Path);

    public ApiAnswer List(ApiRequest request)
    {
        if (!ListQuery.TryRead(request, out var query, out var error)) return error!;
        if (!DateFilter.TryRead(request, "DateSent", out var sent)) return new ApiError(20001, "DateSent is not a date");

        var to = request.QueryValue("To");
        var from = request.QueryValue("From");
        var page = store.Page(
            message => (to is null || message.To == to) && (from is null || message.From == from) && sent.Fits(message.DateSent),
            query.AfterSid,
            query.Page * query.Size,
            query.Size + 1);
        return query.Answer("messages", page, static message => message.Sid, MessageJson.Write);
    }

    private static async Task ReleaseWhenAnsweredAsync(MessageEntry entry, Task answered)
    {
        await answered.ConfigureAwait(false);
        entry.Callbacks.Release();
    }
}
