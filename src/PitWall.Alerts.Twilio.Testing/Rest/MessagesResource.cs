using System.Text.Json;
using PitWall.Alerts.Twilio.Testing.Messages;
using PitWall.Alerts.Twilio.Testing.Phones;

namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>The account's messages. Source: Twilio docs, Message resource.</summary>
internal sealed class MessagesResource(
    MessageStore store, MessageFactory factory, MessageLifecycle lifecycle, PhoneHabits habits, TwilioSandboxOptions options)
{
    public async ValueTask<ApiAnswer> CreateAsync(ApiRequest request)
    {
        if (factory.TryCreate(request, out var message) is { } refusal) return refusal;

        // The answer shows the message as it was created, though without delays its life is over before the answer is sent.
        var answer = ApiAnswer.Json(201, message!, MessageJson.Write, message!.Sid);
        var entry = new MessageEntry(message);
        var reportsEarly = habits.Delivery(message.PhoneNumber).ReportsEarly;
        if (!reportsEarly) entry.Callbacks.ReleaseAfter(request.Answered);
        lifecycle.Start(entry);
        if (reportsEarly) await entry.Callbacks.WhenEmptyAsync().ConfigureAwait(false);
        return answer;
    }

    /// <summary>Checks a request that is made with the test credentials.</summary>
    public ApiAnswer CreateTest(ApiRequest request) =>
        factory.TryCreateTest(request, out var message) is { } refusal ? refusal : ApiAnswer.Json(201, message!, MessageJson.Write);

    public ApiAnswer Fetch(ApiRequest request, string sid) =>
        store.Find(sid) is { } entry ? Show(entry) : ApiError.NotFound(request.Path);

    /// <summary>Redacts the body or cancels a scheduled message.</summary>
    public ApiAnswer Update(ApiRequest request, string sid)
    {
        if (store.Find(sid) is not { } entry) return ApiError.NotFound(request.Path);

        var body = request.Sent("Body");
        var status = request["Status"];
        if (body is null == status is null || body is { Length: > 0 })
            return new ApiError(30400, "Either an empty 'Body' or a 'Status' of 'canceled' is expected.");
        if (status is not (null or "canceled")) return new ApiError(30400, "A message can only be updated to 'canceled'.");
        if (status is not null && !lifecycle.TryCancel(entry))
            return new ApiError(30409, "The message is not in a state in which it can be canceled.", 409);

        if (body is not null)
            store.TryUpdate(entry, message => message with { IsRedacted = true, DateUpdated = options.TimeProvider.GetUtcNow() }, out _);
        return Show(entry);
    }

    public ApiAnswer Delete(ApiRequest request, string sid)
    {
        if (store.Find(sid) is not { } entry) return ApiError.NotFound(request.Path);
        if (!entry.Snapshot.Status.IsFinal()) return new ApiError(20009, "The message cannot be deleted because it has not been finalized yet.", 409);

        store.Remove(entry);
        return ApiAnswer.NoContent;
    }

    public ApiAnswer Feedback(ApiRequest request, string sid)
    {
        if (store.Find(sid) is null) return ApiError.NotFound(request.Path);
        if ((request["Outcome"] ?? "confirmed") is not ("confirmed" or "unconfirmed") and var bad)
            return new ApiError(20422, $"The outcome '{bad}' is not known.");

        return ApiAnswer.Json(201, (request, sid, options), static (writer, state) => WriteFeedback(writer, state.request, state.sid, state.options));
    }

    public ApiAnswer List(ApiRequest request)
    {
        if (!ListQuery.TryRead(request, out var query, out var error)) return error!;
        if (!DateFilter.TryRead(request, "DateSent", out var sent)) return new ApiError(20422, "DateSent is not a date");

        var to = request.QueryValue("To");
        var from = request.QueryValue("From");
        var page = store.Page(
            message => (to is null || message.To == to) && (from is null || message.From == from) && sent.Fits(message.DateSent),
            query.AfterSid,
            query.Skip,
            query.Size + 1);
        return query.Answer("messages", page, static message => message.Sid, MessageJson.Write);
    }

    private static ApiAnswer Show(MessageEntry entry) => ApiAnswer.Json(200, entry.Snapshot, MessageJson.Write, entry.Snapshot.Sid);

    private static void WriteFeedback(Utf8JsonWriter writer, ApiRequest request, string sid, TwilioSandboxOptions options)
    {
        var now = options.TimeProvider.GetUtcNow();
        writer.WriteStartObject();
        writer.WriteString("account_sid", options.AccountSid);
        writer.WriteString("message_sid", sid);
        writer.WriteString("outcome", request["Outcome"] ?? "confirmed");
        writer.WriteDate("date_created", now);
        writer.WriteDate("date_updated", now);
        writer.WriteString("uri", request.Path);
        writer.WriteEndObject();
    }
}
