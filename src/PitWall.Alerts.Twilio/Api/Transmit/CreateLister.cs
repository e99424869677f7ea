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

    public async Task<Listing> LookAsync(
        TwilioConnection connection, CreateRequest request, long startedAt, CancellationToken cancellationToken)
    {
        var candidates = new List<CreatedResource>(2);
        var page = request.Kind == CreateKind.Message
            ? connection.MessagesTo(request.ToAddress, PageSize)
            : connection.CallsTo(request.ToAddress, PageSize);

        for (var pages = 0; pages < MaxPages; pages++)
        {
            ListedPage read;
            try
            {
                read = await queries.ListAsync(connection, request.Kind, page, cancellationToken).ConfigureAwait(false);
            }
            catch (TwilioAlertException e)
            {
                return Listing.Failed(AttemptClassifier.MayAskAgain(e));
            }

            // Twilio's own clock, which answered just now, minus the time that has passed here since the attempt.
            var notBefore = (read.Date ?? clock.GetUtcNow()) - clock.GetElapsedTime(startedAt) - Resolution;
            var reachedOlder = false;
            foreach (var listed in read.Creates)
            {
                if (listed.CreatedAt < notBefore)
                {
                    reachedOlder = true;
                    continue;
                }

                if (CreateMatch.CouldBe(request, listed) && !claims.IsClaimed(listed.Sid))
                    candidates.Add(listed.ToCreated());
            }

            if (candidates.Count > 1 || reachedOlder || read.NextPage is null)
                return new Listing(true, true, candidates);

            page = connection.At(read.NextPage);
        }

        // More creates to one recipient within the window than pages: an end that was not reached proves nothing.
        return Listing.Failed(mayAskAgain: true);
    }
}
