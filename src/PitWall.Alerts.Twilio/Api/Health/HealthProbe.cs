namespace PitWall.Alerts.Twilio.Api;

/// <summary>Asks the account how it is, without sending anything.</summary>
internal sealed class HealthProbe(TwilioQueries queries, AccountCircuit circuit, TrialAccount trial)
{
    private const int Forbidden = 403;
    private const int Unauthorized = 401;

    public async Task<TwilioHealthReport> CheckAsync(TwilioConnection connection, CancellationToken cancellationToken)
    {
        var options = connection.Options;
        var report = new TwilioHealthReport
        {
            IsConfigured = options.IsConfigured,
            Missing = MissingKeys.Of(options),
            IsCircuitOpen = circuit.WhyOpen(options) is not null,
        };
        if (!options.HasCredentials)
            return report;

        try
        {
            report = await AccountAsync(connection, report, cancellationToken).ConfigureAwait(false);
        }
        catch (TwilioAlertException e)
        {
            return report with { Error = e };
        }

        // The rest is good to know; a key that may not read it takes nothing from the account's health.
        report = await BalanceAsync(connection, report, cancellationToken).ConfigureAwait(false);
        return await NumberAsync(connection, report, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TwilioHealthReport> AccountAsync(
        TwilioConnection connection, TwilioHealthReport report, CancellationToken cancellationToken)
    {
        try
        {
            var account = await queries
                .GetAsync(connection, connection.Account, TwilioJson.Default.AccountResource, cancellationToken)
                .ConfigureAwait(false);
            bool? isTrial = account.Type is null ? null : string.Equals(account.Type, "Trial", StringComparison.OrdinalIgnoreCase);
            trial.Note(isTrial);
            return report with { IsReachable = true, AccountStatus = account.Status, IsTrial = isTrial };
        }
        catch (TwilioApiException e) when (
            (int)e.StatusCode is Unauthorized or Forbidden && !string.IsNullOrEmpty(connection.Options.ApiKeySid))
        {
            // A standard API key may not read accounts (Twilio docs, API keys): what it may read says whether it works.
            await queries
                .GetAsync(connection, connection.NumbersLike("*"), TwilioJson.Default.NumberPage, cancellationToken)
                .ConfigureAwait(false);
            return report with { IsReachable = true, AccountStatus = "active" };
        }
    }

    private async Task<TwilioHealthReport> BalanceAsync(
        TwilioConnection connection, TwilioHealthReport report, CancellationToken cancellationToken)
    {
        try
        {
            var balance = await queries
                .GetAsync(connection, connection.Balance, TwilioJson.Default.BalanceResource, cancellationToken)
                .ConfigureAwait(false);
            return report with { Balance = WireValues.SignedAmount(balance.Balance), Currency = balance.Currency?.ToUpperInvariant() };
        }
        catch (TwilioAlertException)
        {
            return report;
        }
    }

    private async Task<TwilioHealthReport> NumberAsync(
        TwilioConnection connection, TwilioHealthReport report, CancellationToken cancellationToken)
    {
        if (!E164PhoneNumber.TryParse(connection.Options.PhoneNumber, null, out var number))
            return report;

        try
        {
            var text = number.ToString();
            var page = await queries
                .GetAsync(connection, connection.NumbersLike(text), TwilioJson.Default.NumberPage, cancellationToken)
                .ConfigureAwait(false);
            return report with { OwnsPhoneNumber = page.IncomingPhoneNumbers?.Exists(n => n?.PhoneNumber == text) };
        }
        catch (TwilioAlertException)
        {
            return report;
        }
    }
}
