using BenchmarkDotNet.Attributes;

namespace PitWall.Alerts.Twilio.Benchmarks;

/// <summary>What a text costs to measure and to write. Aim: 160 ASCII characters in about 40 ns, and no allocation but the text itself.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    private static readonly AlertFormatContext Sms = new(AlertChannel.Sms, new DateTimeOffset(2025, 4, 26, 14, 32, 5, TimeSpan.Zero));

    private readonly string _ascii = string.Concat(Enumerable.Repeat("Critical tire wear: 15% left. Laps 15-17", 4));
    private readonly string _accented = string.Concat(Enumerable.Repeat("Más neumático: cambió la presión, ±0.2 b", 4));
    private readonly string _greek = string.Concat(Enumerable.Repeat("Gap Δ [0.4s] à côté ñ", 8))[..160];

    private readonly StrategyAlertFormatter _strategyFormatter = new(new AlertTextOptions());
    private readonly CoachingAlertFormatter _coachingFormatter = new(new AlertTextOptions());
    private readonly AlertBatchFormatter _batchFormatter = new(new AlertTextOptions());

    private readonly StrategyAlert _strategy = new(
        StrategyAlertType.TireWear, "Critical tire wear: 15% remaining. Pit window: Laps 15-17", AlertSeverity.High);

    private readonly StrategyAlert _typographic = new(
        StrategyAlertType.GapAnalysis, "Gap to leader 4.218s (−0.31s/lap). Car behind closing at ±0.12s/lap", AlertSeverity.High);

    private readonly CoachingAlert _coaching = new(
        CoachingAlertType.ThrottleControl, "Full throttle 12 m later than your best lap out of T6, costs 0.18s down the straight")
    {
        Category = "throttle",
        ImprovementArea = "corner_exit",
    };

    private StrategyAlert _long = null!;
    private AlertBatch _batch = null!;

    [GlobalSetup]
    public void Setup()
    {
        _long = _strategy with { Message = string.Join(' ', Enumerable.Repeat(_strategy.Message, 5)) };
        _batch = new AlertBatch(_strategy, _typographic, _coaching, _strategy, _coaching);
    }

    [Benchmark(Description = "Measure 160 ASCII characters")]
    public int MeasureAscii() => SmsText.Measure(_ascii).Segments;

    [Benchmark(Description = "Measure 160 characters of GSM-7 with extensions")]
    public int MeasureGsm7() => SmsText.Measure(_greek).Segments;

    [Benchmark(Description = "Measure 160 characters of UCS-2")]
    public int MeasureUcs2() => SmsText.Measure(_accented).Segments;

    [Benchmark(Description = "ToGsm7, 160 characters with accents")]
    public bool ToGsm7() => SmsText.ToGsm7(_accented).IsGsm7;

    [Benchmark(Description = "Format a strategy alert")]
    public int FormatStrategy() => _strategyFormatter.Format(_strategy, Sms).Segments;

    [Benchmark(Description = "Format a strategy alert with ± and −")]
    public int FormatTypographic() => _strategyFormatter.Format(_typographic, Sms).Segments;

    [Benchmark(Description = "Format a coaching alert")]
    public int FormatCoaching() => _coachingFormatter.Format(_coaching, Sms).Segments;

    [Benchmark(Description = "Format and cut a long strategy alert")]
    public int FormatCut() => _strategyFormatter.Format(_long, Sms).Segments;

    [Benchmark(Description = "Format a batch of five")]
    public int FormatBatch() => _batchFormatter.Format(_batch, Sms).Segments;
}
