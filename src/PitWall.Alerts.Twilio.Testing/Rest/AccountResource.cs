using System.Globalization;
using System.Text.Json;
using PitWall.Alerts.Twilio.Testing.Account;

namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>The account and its balance. Source: twilio/twilio-oai, <c>api.v2010.account</c> and <c>api.v2010.account.balance</c>.</summary>
internal sealed class AccountResource(TwilioSandboxOptions options, AccountState state)
{
    public ApiAnswer Fetch() => ApiAnswer.Json(200, this, static (writer, resource) => resource.Write(writer));

    /// <summary>Changes the account's name. Its status is not changed: a sandbox cannot be suspended.</summary>
    public ApiAnswer Update(ApiRequest request)
    {
        state.FriendlyName = request["FriendlyName"] ?? state.FriendlyName;
        return Fetch();
    }

    public ApiAnswer Balance() => ApiAnswer.Json(200, this, static (writer, resource) =>
    {
        writer.WriteStartObject();
        writer.WriteString("account_sid", resource.AccountSid);
        writer.WriteString("balance", resource.BalanceText);
        writer.WriteString("currency", "USD");
        writer.WriteEndObject();
    });

    private string AccountSid => options.AccountSid;

    private string BalanceText => state.Balance.ToString("0.####", CultureInfo.InvariantCulture);

    private void Write(Utf8JsonWriter writer)
    {
        var path = "/2010-04-01/Accounts/" + options.AccountSid;
        writer.WriteStartObject();
        writer.WriteString("sid", options.AccountSid);
        writer.WriteString("friendly_name", state.FriendlyName);
        writer.WriteString("status", "active");
        writer.WriteString("type", options.AccountType.ToString());
        writer.WriteString("owner_account_sid", options.AccountSid);
        writer.WriteString("auth_token", options.AuthToken);
        writer.WriteDate("date_created", state.DateCreated);
        writer.WriteDate("date_updated", state.DateCreated);
        writer.WriteString("uri", path + ".json");
        writer.WriteStartObject("subresource_uris");
        writer.WriteString("messages", path + "/Messages.json");
        writer.WriteString("calls", path + "/Calls.json");
        writer.WriteString("incoming_phone_numbers", path + "/IncomingPhoneNumbers.json");
        writer.WriteString("balance", path + "/Balance.json");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
