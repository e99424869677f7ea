using System.Net;
using System.Text.Json.Serialization.Metadata;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Sends queries to Twilio. They change nothing, so a query is repeated after a failure that may pass.</summary>
internal sealed class TwilioQueries(TwilioTransport transport, Entropy entropy, TimeProvider clock)
{
    /// <summary>Reads one resource, again and again within the bounds of <see cref="TransmitOptions"/>.</summary>
    /// <exception cref="TwilioAlertException">Thrown when Twilio refuses or cannot be reached.</exception>
    public async Task<T> GetAsync<T>(TwilioConnection connection, Uri uri, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class, ITwilioResource
    {
        var transmit = connection.Options.Transmit;
        var began = clock.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var answer = await GetOnceAsync(connection, uri, cancellationToken).ConfigureAwait(false);
                return TwilioJson.TryRead(answer.Body, type) ?? throw TransportFailure.Unreadable(answer.StatusCode);
            }
            catch (TwilioAlertException e)
            {
                e.Attempts = attempt;
                var delay = Backoff.Delay(attempt, (e as TwilioApiException)?.RetryAfter, entropy.NextDouble(), transmit);
                if (attempt >= transmit.MaxAttempts
                    || !AttemptClassifier.MayAskAgain(e)
                    || delay is not { } wait
                    || clock.GetElapsedTime(began) + wait > transmit.MaxElapsed)
                {
                    throw;
                }

                await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads one page of a list, once.</summary>
    /// <exception cref="TwilioAlertException">Thrown when Twilio refuses, cannot be reached, or answers something else.</exception>
    public async Task<ListedPage> ListAsync(
        TwilioConnection connection, CreateKind kind, Uri page, CancellationToken cancellationToken)
    {
        using var answer = await GetOnceAsync(connection, page, cancellationToken).ConfigureAwait(false);
        return (kind == CreateKind.Message
            ? Listed(TwilioJson.TryRead(answer.Body, TwilioJson.Default.MessagePage), answer.Date)
            : Listed(TwilioJson.TryRead(answer.Body, TwilioJson.Default.CallPage), answer.Date))
            ?? throw TransportFailure.Unreadable(answer.StatusCode);
    }

    private async Task<TwilioAnswer> GetOnceAsync(TwilioConnection connection, Uri uri, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(connection, HttpMethod.Get, uri, content: null, cancellationToken).ConfigureAwait(false);
        if (answer.StatusCode == HttpStatusCode.OK)
            return answer;

        using (answer)
            throw answer.IsSuccess ? TransportFailure.Unreadable(answer.StatusCode) : ApiFailure.From(answer);
    }

    private static ListedPage? Listed(MessagePage? page, DateTimeOffset? date)
    {
        if (page?.Messages is not { } messages)
            return null;

        var listed = new List<ListedCreate>(messages.Count);
        foreach (var m in messages)
        {
            if (m?.Sid is null)
                continue;

            listed.Add(new ListedCreate
            {
                Sid = m.Sid,
                CreatedAt = WireValues.Date(m.DateCreated),
                Status = m.Status,
                Direction = m.Direction,
                To = m.To,
                From = m.From,
                MessagingServiceSid = m.MessagingServiceSid,
                Body = m.Body,
                Segments = WireValues.Int32(m.NumSegments),
            });
        }

        return new ListedPage(listed, page.NextPageUri, date);
    }

    private static ListedPage? Listed(CallPage? page, DateTimeOffset? date)
    {
        if (page?.Calls is not { } calls)
            return null;

        var listed = new List<ListedCreate>(calls.Count);
        foreach (var c in calls)
        {
            if (c?.Sid is null)
                continue;

            listed.Add(new ListedCreate
            {
                Sid = c.Sid,
                // Where there is no date_created, its start serves.
                CreatedAt = WireValues.Date(c.DateCreated ?? c.StartTime),
                Status = c.Status,
                Direction = c.Direction,
                To = c.To,
                From = c.From,
            });
        }

        return new ListedPage(listed, page.NextPageUri, date);
    }
}
