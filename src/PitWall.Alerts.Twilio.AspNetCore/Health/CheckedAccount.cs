namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>The account that a health check is about, and whether it can be.</summary>
/// <param name="check">The check's name.</param>
/// <param name="account">The account that the host gave; <see langword="null"/> if it gave none.</param>
internal sealed class CheckedAccount(string check, string? account)
{
    /// <summary>What a check is called when the host does not name it.</summary>
    public const string UnnamedCheck = "twilio";

    public AccountAccess Access { get; } = new(account);

    /// <summary>Why nothing can be checked, in a sentence; <see langword="null"/> when it can.</summary>
    public string? WhyNot(IServiceProvider services)
    {
        // AddPitWallTwilio("endurance") names an account on the services and a check here: the default account must not answer for it.
        if (account is null && check != UnnamedCheck && new AccountAccess(check).IsRegistered(services))
            return $"'{check}' is an account, but here it is only the name of the check: say which account is meant, account: \"{check}\", or account: \"\" for the default one.";

        return Access.IsThere<ITwilioAlertClient>(services) ? null : Access.Missing;
    }
}
