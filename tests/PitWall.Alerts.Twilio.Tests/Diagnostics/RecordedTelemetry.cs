using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PitWall.Alerts.Twilio.Tests.Diagnostics;

/// <summary>Listens to every meter and every activity source of one test.</summary>
internal sealed class RecordedTelemetry : IDisposable
{
    private readonly ConcurrentQueue<Measured> _measurements = [];
    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _activities;
    private readonly Activity _root;

    /// <param name="meterFactory">The factory of the test's own services; what other tests measure is not heard.</param>
    public RecordedTelemetry(IMeterFactory meterFactory)
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meterFactory))
                listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((i, v, tags, _) => Record(i, v, tags));
        _meters.SetMeasurementEventCallback<int>((i, v, tags, _) => Record(i, v, tags));
        _meters.SetMeasurementEventCallback<double>((i, v, tags, _) => Record(i, v, tags));
        _meters.Start();

        _root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == _root.TraceId)
                    _spans.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(_activities);
    }

    public IReadOnlyList<Measured> Measurements => [.. _measurements];

    /// <summary>The spans of this test's own trace.</summary>
    public IReadOnlyList<Activity> Spans => [.. _spans];

    public Activity Root => _root;

    public IEnumerable<Measured> Of(string instrument) => _measurements.Where(m => m.Instrument == instrument);

    public void Observe() => _meters.RecordObservableInstruments();

    public void Dispose()
    {
        _root.Stop();
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Record<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        where T : struct, IConvertible =>
        _measurements.Enqueue(new Measured(
            instrument.Name, instrument.Unit, value.ToDouble(null), tags.ToArray().ToDictionary(t => t.Key, t => t.Value)));

    /// <summary>One measurement.</summary>
    internal sealed record Measured(string Instrument, string? Unit, double Value, IReadOnlyDictionary<string, object?> Tags);
}
