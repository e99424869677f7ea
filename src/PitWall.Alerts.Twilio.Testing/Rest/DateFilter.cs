namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>
/// A filter by time, whose operator is part of the parameter's name: <c>DateSent=</c> on that day, <c>DateSent&gt;=</c> from then on,
/// <c>DateSent&lt;=</c> until then.
/// </summary>
internal sealed class DateFilter
{
    private DateTimeOffset? _from;
    private DateTimeOffset? _until;

    /// <summary>Reads the three forms of a parameter; false when one is no date.</summary>
    public static bool TryRead(ApiRequest request, string name, out DateFilter filter)
    {
        filter = new DateFilter();
        if (request.QueryValue(name) is { } on)
        {
            if (!TryParse(on, out var day)) return false;
            (filter._from, filter._until) = (new DateTimeOffset(day.UtcDateTime.Date, TimeSpan.Zero), EndOfDay(day));
        }

        if (request.QueryValue(name + ">") is { } from)
        {
            if (!TryParse(from, out var time)) return false;
            filter._from = time;
        }

        if (request.QueryValue(name + "<") is { } until)
        {
            if (!TryParse(until, out var time)) return false;
            // A bare date means until its end, a time means that second.
            filter._until = IsoTime.TryParseDay(until, out _) ? EndOfDay(time) : EndOf(time, TimeSpan.TicksPerSecond);
        }

        return true;
    }

    /// <summary>Whether a time fits; a time that is not known yet fits only where nothing is asked.</summary>
    public bool Fits(DateTimeOffset? time) => (_from is null && _until is null)
        || (time is { } value && !(value < _from) && !(value > _until));

    private static DateTimeOffset EndOfDay(DateTimeOffset time) => EndOf(time, TimeSpan.TicksPerDay);

    private static DateTimeOffset EndOf(DateTimeOffset time, long unit) => time.AddTicks(unit - 1 - (time.UtcTicks % unit));

    private static bool TryParse(string text, out DateTimeOffset time) => IsoTime.TryParse(text, out time) || IsoTime.TryParseDay(text, out time);
}
