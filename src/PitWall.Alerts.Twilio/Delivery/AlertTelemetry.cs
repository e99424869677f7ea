using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>The metrics and traces of alerts. Every tag comes from a closed set, so none can carry a person's number.</summary>
internal sealed class AlertTelemetry : IDisposable
{
    public const string Name = "PitWall.Alerts.Twilio";

    private static readonly ActivitySource Source = new(Name);

    private readonly string _account;
    private readonly Meter _meter;
    private readonly Counter<long> _outcomes;
    private readonly Counter<long> _segments;
    private readonly Counter<long> _attempts;
    private readonly Histogram<double> _duration;

    /// <param name="account">The account's name, which keeps the series of several accounts apart; empty for the default one.</param>
    /// <param name="meters">Makes meters; <see langword="null"/> for none.</param>
    public AlertTelemetry(string account, IMeterFactory? meters)
    {
        _account = account;
        _meter = meters?.Create(new MeterOptions(Name)) ?? new Meter(Name);
        _outcomes = _meter.CreateCounter<long>("pitwall.alerts.outcomes", "{alert}", "Alerts that ended, by how.");
        _segments = _meter.CreateCounter<long>("pitwall.alerts.segments", "{segment}", "SMS segments of accepted alerts.");
        _attempts = _meter.CreateCounter<long>("pitwall.alerts.attempts", "{attempt}", "Requests made for alerts.");
        _duration = _meter.CreateHistogram<double>("pitwall.alerts.duration", "s", "Time from the decision to the end of an alert.");
    }

    /// <summary>Shows how many alerts wait, so that no throttle is invisible.</summary>
    /// <param name="queued">Counts those of a channel.</param>
    public void ObserveQueues(Func<AlertChannel, int> queued)
    {
        // Made once and measured often.
        var series = Array.ConvertAll(Enum.GetValues<AlertChannel>(), c => (Channel: c, Tags: Tags(c).ToArray()));
        _meter.CreateObservableGauge(
            "pitwall.alerts.queued",
            () => series.Select(s => new Measurement<int>(queued(s.Channel), s.Tags)),
            "{alert}",
            "Alerts that wait for their sender.");
    }

    /// <summary>
    /// Begins the span of one logical send; <see langword="null"/> if there is no listener, or a listener of the host's throws.
    /// </summary>
    public static Activity? Start(AlertRecord record)
    {
        if (!Source.HasListeners())
            return null;

        var callers = Activity.Current;
        try
        {
            var activity = Source.StartActivity("pitwall.alert.send", ActivityKind.Client);
            if (activity is { IsAllDataRequested: true })
            {
                activity.SetTag("pitwall.alert.id", record.Id);
                activity.SetTag("pitwall.alert.kind", KindOf(record));
                activity.SetTag("pitwall.alert.channel", ChannelOf(record));
            }

            return activity;
        }
#pragma warning disable CA1031 // Nobody may lose an alert because it could not be traced.
        catch (Exception)
#pragma warning restore CA1031
        {
            // It was made current before its listeners were notified.
            Activity.Current = callers;
            return null;
        }
    }

    /// <summary>A second attempt and every further one is an event of the send's span.</summary>
    public static void NoteAttempt(int attempt)
    {
        if (attempt > 1 && Activity.Current is { IsAllDataRequested: true } activity && activity.Source == Source)
            activity.AddEvent(new ActivityEvent("retry", tags: new ActivityTagsCollection { ["pitwall.alert.attempt"] = attempt }));
    }

    /// <summary>Ends the span. An exception from a listener of the host's does not change the alert's end.</summary>
    public static void Stop(Activity? activity, AlertResult result)
    {
        if (activity is null)
            return;

        try
        {
            End(activity, result);
        }
#pragma warning disable CA1031 // An alert that was sent was sent, whether that could be traced or not.
        catch (Exception)
#pragma warning restore CA1031
        {
            // It is told that it stopped before it gives its place back.
            Activity.Current = activity.Parent;
        }
    }

    private static void End(Activity activity, AlertResult result)
    {
        if (activity.IsAllDataRequested)
        {
            activity.SetTag("pitwall.alert.outcome", OutcomeOf(result));
            if (result.Reason != SuppressionReason.None)
                activity.SetTag("pitwall.alert.reason", ReasonOf(result.Reason));

            if (ErrorTypeOf(result) is { } error)
                activity.SetTag("error.type", error);
        }

        if (result.Outcome is AlertOutcome.Failed or AlertOutcome.Unknown)
            activity.SetStatus(ActivityStatusCode.Error);

        activity.Dispose();
    }

    /// <summary>Counts an alert that has ended. An exception from a listener of the host's stops nothing but the counting.</summary>
    public void Ended(AlertRecord record, AlertResult result, DateTimeOffset at)
    {
        try
        {
            Measure(record, result, at);
        }
#pragma warning disable CA1031 // The end is still to be logged, and somebody may wait for it.
        catch (Exception)
#pragma warning restore CA1031
        {
            // There is nowhere to report it: the counting itself failed.
        }
    }

    public void Dispose() => _meter.Dispose();

    private void Measure(AlertRecord record, AlertResult result, DateTimeOffset at)
    {
        if (_outcomes.Enabled)
        {
            var tags = Tags(record.Channel);
            tags.Add("pitwall.alert.kind", KindOf(record));
            tags.Add("pitwall.alert.outcome", OutcomeOf(result));
            if (result.Reason != SuppressionReason.None)
                tags.Add("pitwall.alert.reason", ReasonOf(result.Reason));

            if (ErrorTypeOf(result) is { } error)
                tags.Add("error.type", error);

            _outcomes.Add(1, tags);
        }

        if (_attempts.Enabled && result.Attempts > 0)
            _attempts.Add(result.Attempts, Tags(record.Channel));

        if (_segments.Enabled && result is { IsAccepted: true, Segments: > 0 })
            _segments.Add(result.Segments, Tags());

        if (_duration.Enabled)
        {
            var tags = Tags(record.Channel);
            tags.Add("pitwall.alert.outcome", OutcomeOf(result));
            _duration.Record(Math.Max(0, (at - record.RaisedAt).TotalSeconds), tags);
        }
    }

    private TagList Tags(AlertChannel channel)
    {
        var tags = Tags();
        tags.Add("pitwall.alert.channel", NameOf(channel));
        return tags;
    }

    private TagList Tags()
    {
        var tags = default(TagList);
        if (_account.Length > 0)
            tags.Add("pitwall.account", _account);

        return tags;
    }

    // What failed without an answer of Twilio's to name: a formatter, a replaced client.
    private static string? ErrorTypeOf(AlertResult result) =>
        result.Error?.ErrorType ?? (result.Outcome is AlertOutcome.Failed or AlertOutcome.Unknown ? "other" : null);

    private static string KindOf(AlertRecord record) => record.Kind switch
    {
        AlertKind.Strategy => "strategy",
        AlertKind.Coaching => "coaching",
        AlertKind.Critical => "critical",
        _ => "batch",
    };

    private static string ChannelOf(AlertRecord record) => NameOf(record.Channel);

    private static string NameOf(AlertChannel channel) => channel switch
    {
        AlertChannel.WhatsApp => "whatsapp",
        AlertChannel.Voice => "voice",
        _ => "sms",
    };

    private static string OutcomeOf(AlertResult result) => result.Outcome switch
    {
        AlertOutcome.Accepted => "accepted",
        AlertOutcome.Pending => "pending",
        AlertOutcome.Suppressed => "suppressed",
        AlertOutcome.NotConfigured => "not_configured",
        AlertOutcome.Unknown => "unknown",
        _ => "failed",
    };

    internal static string ReasonOf(SuppressionReason reason) => reason switch
    {
        SuppressionReason.Expired => "expired",
        SuppressionReason.Duplicate => "duplicate",
        SuppressionReason.Superseded => "superseded",
        SuppressionReason.RateLimited => "rate_limited",
        SuppressionReason.Budget => "budget",
        SuppressionReason.OptedOut => "opted_out",
        SuppressionReason.NotAllowed => "not_allowed",
        SuppressionReason.Rehearsal => "rehearsal",
        SuppressionReason.BelowSeverity => "below_severity",
        SuppressionReason.QueueFull => "queue_full",
        SuppressionReason.InvalidNumber => "invalid_number",
        SuppressionReason.ShuttingDown => "shutting_down",
        SuppressionReason.Cancelled => "cancelled",
        _ => "other",
    };
}
