using PitWall.Alerts.Twilio.Testing.Account;
using PitWall.Alerts.Twilio.Testing.Callbacks;
using PitWall.Alerts.Twilio.Testing.Phones;

namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>The numbers that the account owns. Source: Twilio docs, IncomingPhoneNumber resource.</summary>
internal sealed class NumbersResource(TwilioSandboxOptions options, NumberBook numbers)
{
    private static readonly string[] UrlParameters = ["SmsUrl", "SmsFallbackUrl", "VoiceUrl", "VoiceFallbackUrl", "StatusCallback"];

    public ApiAnswer Create(ApiRequest request)
    {
        if (request["PhoneNumber"] is not { } number) return new ApiError(21452, "No phone numbers were found in that area code.");
        if (!PhoneAddress.IsE164(number)) return new ApiError(21421, $"{number} is not a valid number.");
        if (numbers.FindByNumber(number) is not null) return new ApiError(21422, $"{number} is not available.");
        if (CheckUrls(request) is { } error) return error;

        var added = numbers.Add(number, request["FriendlyName"] ?? number);
        return Answer(201, numbers.Update(added.Sid, owned => Change(owned, request))!);
    }

    /// <summary>Checks a purchase that is made with the test credentials.</summary>
    public ApiAnswer CreateTest(ApiRequest request)
    {
        var number = request["PhoneNumber"];
        if (MagicNumbers.CheckPurchase(number, request["AreaCode"]) is { } error) return error;

        var now = options.TimeProvider.GetUtcNow();
        number ??= MagicNumbers.ValidSender;
        var sid = "PN" + options.TestAccountSid[2..];
        return Answer(
            201,
            new OwnedNumber { Sid = sid, PhoneNumber = number, FriendlyName = number, DateCreated = now, DateUpdated = now },
            options.TestAccountSid);
    }

    public ApiAnswer Fetch(ApiRequest request, string sid) =>
        numbers.Find(sid) is { } number ? Answer(200, number) : ApiError.NotFound(request.Path);

    public ApiAnswer Update(ApiRequest request, string sid) =>
        CheckUrls(request) is { } error ? error
        : numbers.Update(sid, owned => Change(owned, request)) is { } number ? Answer(200, number)
        : ApiError.NotFound(request.Path);

    public ApiAnswer Delete(ApiRequest request, string sid) => numbers.Remove(sid) ? ApiAnswer.NoContent : ApiError.NotFound(request.Path);

    public ApiAnswer List(ApiRequest request)
    {
        if (!ListQuery.TryRead(request, out var query, out var error)) return error!;

        var pattern = request.QueryValue("PhoneNumber");
        var name = request.QueryValue("FriendlyName");
        var found = numbers.All()
            .Where(number => (pattern is null || Fits(number.PhoneNumber, pattern)) && (name is null || number.FriendlyName == name))
            .Skip(query.Skip)
            .Take(query.Size + 1)
            .ToList();
        return query.Answer(
            "incoming_phone_numbers", found, static number => number.Sid, (writer, number) => NumberJson.Write(writer, number, options.AccountSid));
    }

    private static ApiError? CheckUrls(ApiRequest request) =>
        Array.Find(UrlParameters, name => request[name] is { } url && !WebhookAddress.TryParse(url, out _)) is { } bad
            ? new ApiError(21502, $"The '{bad}' is not a valid URL.")
            : null;

    private static OwnedNumber Change(OwnedNumber number, ApiRequest request) => number with
    {
        FriendlyName = request["FriendlyName"] ?? number.FriendlyName,
        SmsUrl = request.Sent("SmsUrl") ?? number.SmsUrl,
        SmsMethod = request["SmsMethod"] ?? number.SmsMethod,
        SmsFallbackUrl = request.Sent("SmsFallbackUrl") ?? number.SmsFallbackUrl,
        SmsFallbackMethod = request["SmsFallbackMethod"] ?? number.SmsFallbackMethod,
        VoiceUrl = request.Sent("VoiceUrl") ?? number.VoiceUrl,
        VoiceMethod = request["VoiceMethod"] ?? number.VoiceMethod,
        VoiceFallbackUrl = request.Sent("VoiceFallbackUrl") ?? number.VoiceFallbackUrl,
        VoiceFallbackMethod = request["VoiceFallbackMethod"] ?? number.VoiceFallbackMethod,
        StatusCallback = request.Sent("StatusCallback") ?? number.StatusCallback,
        StatusCallbackMethod = request["StatusCallbackMethod"] ?? number.StatusCallbackMethod,
    };

    private ApiAnswer Answer(int status, OwnedNumber number) => Answer(status, number, options.AccountSid);

    private static ApiAnswer Answer(int status, OwnedNumber number, string accountSid) =>
        ApiAnswer.Json(status, (number, accountSid), static (writer, state) => NumberJson.Write(writer, state.number, state.accountSid));

    /// <summary>A pattern may stand anywhere in the number; <c>*</c> is any digit.</summary>
    private static bool Fits(string number, string pattern)
    {
        for (var start = 0; start + pattern.Length <= number.Length; start++)
        {
            var at = start;
            if (pattern.Select((c, i) => c == '*' || c == number[at + i]).All(static fits => fits)) return true;
        }

        return false;
    }
}
