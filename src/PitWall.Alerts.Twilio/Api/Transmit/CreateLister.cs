namespace PitWall.Alerts.Twilio.Api;

/// <summary>Looks in Twilio's list for a create whose answer was lost.</summary>
/// <remarks>
/// Only the recipient can be filtered by: <c>date_sent</c> is null while a message is queued and <c>from</c> is null while a
/// messaging service chooses a sender (Twilio docs, Message resource). The list is newest first.
/// </remarks>
internal sealed class CreateLister(TwilioQueries queries, SidClaims claims, TimeProvider clock)
{
    private const int PageSize = 100;
    private const int MaxPages = 5;

    /// <summary><c>date_created</c> is cut to the second, and so is the clock it is compared with.</summary>
    private static readonly TimeSpan Resolution = TimeSpan.FromSeconds(2);

    /// <param name="connection">Where to look.</param>
    /// <param name="request">What was lost.</param>
    /// <param name="since">The timestamp of the transport's clock when it may have been created first.</param>
    /// <param name="atMost">How long the look may take.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public async Task<Listing> LookAsync(
        TwilioConnection connection, CreateRequest request, long since, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            return await LookAsync(connection, request, since, either.Token).ConfigureAwait(false);
        }
        catch (TwilioAlertException e)
        {
            return Listing.Failed(AttemptClassifier.MayAskAgain(e));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Listing.Failed(mayAskAgain: true);
        }
    }

    private async Task<Listing> LookAsync(
        TwilioConnection connection, CreateRequest request, long since, CancellationToken cancellationToken)
    {
        var candidates = new List<ListedCreate>(2);
        var page = request.Kind == CreateKind.Message
            ? connection.MessagesTo(request.ToAddress, PageSize)
            : connection.CallsTo(request.ToAddress, PageSize);

        for (var pages = 0; pages < MaxPages; pages++)
        {
            var read = await queries.ListAsync(connection, request.Kind, page, cancellationToken).ConfigureAwait(false);

            // Twilio's own clock, which answered just now, minus the time that has passed here since the attempt. Without it
            // nothing can be said: ours may be off by more than the window.
            if (read.Date is not { } now)
                return Listing.Failed(mayAskAgain: true);

            var notBefore = now - clock.GetElapsedTime(since) - Resolution;
            var reachedOlder = false;
            foreach (var listed in read.Creates)
            {
                if (listed.CreatedAt < notBefore)
                    reachedOlder = true;
                else if (CreateMatch.CouldBe(request, listed) && !claims.IsClaimed(listed.Sid) && !candidates.Exists(c => c.Sid == listed.Sid))
                    candidates.Add(listed);
            }

            // One that could be ours and has no date yet: it may be new, and it may be old.
            if (candidates.Exists(c => c.CreatedAt is null))
                return Listing.Failed(mayAskAgain: true);

            if (candidates.Count > 1 || reachedOlder || read.NextPage is null)
                return new Listing(true, true, candidates);

            page = connection.At(read.NextPage);
        }

        // More creates to one recipient within the window than pages: an end that was not reached proves nothing.
        return Listing.Failed(mayAskAgain: true);
    }
}
