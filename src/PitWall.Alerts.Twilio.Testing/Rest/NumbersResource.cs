using PitWall.Alerts.Twilio.Testing.Account;

namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>Fetches and lists the numbers that the account owns.</summary>
internal sealed class NumbersResource(TwilioSandboxOptions options, NumberBook numbers)
{
    public ApiAnswer Fetch(ApiRequest request, string sid) =>
        numbers.Find(sid) is { } number ? Answer(200, number) : ApiError.NotFound(request.Path);

    public ApiAnswer List(ApiRequest request)
    {
        if (!ListQuery.TryRead(request, out var query, out var error)) return error!;

        var pattern = request.QueryValue("PhoneNumber");
        var name = request.QueryValue("FriendlyName");
        var found = numbers.All()
            .Where(number => (pattern is null || Fits(number.PhoneNumber, pattern)) && (name is null || number.FriendlyName == name))
            .Skip(query.Page * query.Size)
            .Take(query.Size + 1)
            .ToList();
        return query.Answer("incoming_phone_numbers", found, static number => number.Sid, (writer, number) => NumberJson.Write(writer, number, options.AccountSid));
    }

    private ApiAnswer Answer(int status, OwnedNumber number) =>
        ApiAnswer.Json(status, (number, options.AccountSid), static (writer, state) => NumberJson.Write(writer, state.number, state.AccountSid));

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
