namespace PitWall.Alerts.Twilio.Api;

/// <summary>How far one create has come: its attempts, and whether one of them may have taken effect unseen.</summary>
internal struct CreateProgress
{
    private long _attemptBeganAt;

    /// <summary>When the first attempt began, as a timestamp of the transport's clock.</summary>
    public long BeganAt { get; private set; }

    /// <summary>The attempt under way, from 1; 0 before the first.</summary>
    public int Attempt { get; private set; }

    /// <summary>The first failure that does not say whether the create took effect.</summary>
    public TwilioAlertException? Unsettled { get; private set; }

    /// <summary>When the attempt of <see cref="Unsettled"/> began: what it created is no older.</summary>
    public long UnsettledSince { get; private set; }

    /// <summary>An attempt begins.</summary>
    /// <param name="now">The clock's timestamp.</param>
    public void Begin(long now)
    {
        _attemptBeganAt = now;
        if (++Attempt == 1)
            BeganAt = now;
    }

    public void NoteUnsettled(TwilioAlertException failure)
    {
        if (Unsettled is null)
            (Unsettled, UnsettledSince) = (failure, _attemptBeganAt);
    }

    /// <summary>
    /// What a caller gets at the end. A later attempt that certainly failed says nothing about an earlier one that may have taken
    /// effect: in that case the earlier failure is the answer.
    /// </summary>
    public readonly TwilioAlertException Final(TwilioAlertException failure)
    {
        var told = failure.Acceptance == TwilioAcceptance.NotAccepted && Unsettled is { } lost ? lost : failure;
        told.Attempts = Attempt;
        return told;
    }
}
