using System.Globalization;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Makes alerts of requests, and collects what is wrong with them.</summary>
internal static class AlertReading
{
    private const string NameRule = "must be 1 to 64 letters, digits, _, - or spaces, such as tire_wear.";

    /// <summary>With less than 1 s left nothing is sent, and some time passes before that.</summary>
    private static readonly TimeSpan LeastValidity = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestValidity = TimeSpan.FromDays(7);

    public static AlertOrder? Read(AlertSmsRequest request, FieldErrors errors) =>
        Order(request, channel: null, errors, Strategy(request.AlertType, request.AlertMessage, request.Severity, string.Empty, errors));

    public static AlertOrder? Read(StrategyAlertRequest request, FieldErrors errors) =>
        Order(request, request.Channel, errors, Strategy(request.AlertType, request.AlertMessage, request.Severity, string.Empty, errors));

    public static AlertOrder? Read(CoachingAlertRequest request, FieldErrors errors) => Order(
        request,
        request.Channel,
        errors,
        Coaching(request.AlertType, request.AlertMessage, request.Priority, "priority", request.Category, request.ImprovementArea, string.Empty, errors));

    public static AlertOrder? Read(CriticalAlertRequest request, FieldErrors errors) =>
        Order(request, request.Channel, errors, Critical(request.AlertMessage, string.Empty, errors));

    public static AlertOrder? Read(BatchAlertRequest request, FieldErrors errors)
    {
        // Of a body without the field, the serializer makes no empty list.
        var items = request.Alerts ?? [];
        if (items.Count is 0 or > Lengths.Batch)
            errors.Add("alerts", FormattableString.Invariant($"holds {items.Count} alerts; it must hold 1 to {Lengths.Batch}."));

        var alerts = new List<Alert>(Math.Min(items.Count, Lengths.Batch));
        for (var i = 0; i < Math.Min(items.Count, Lengths.Batch); i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"alerts[{i}].");
            if (items[i] is null)
                errors.Add(path.TrimEnd('.'), "is null.");
            else if (Item(items[i], path, errors) is { } alert)
                alerts.Add(alert);
        }

        var recipient = Recipient(request, request.Channel, errors);
        var validFor = ValidFor(request, errors);
        return recipient is null || alerts.Count == 0 ? null : new AlertOrder(
            null,
            new AlertBatch(alerts) { ValidFor = validFor, DeduplicationKey = request.DeduplicationKey, Topic = request.Topic },
            recipient);
    }

    private static AlertOrder? Order(AlertRequest request, string? channel, FieldErrors errors, Alert? alert)
    {
        var recipient = Recipient(request, channel, errors);
        var validFor = ValidFor(request, errors);
        return recipient is null || alert is null ? null : new AlertOrder(
            alert with { ValidFor = validFor, DeduplicationKey = request.DeduplicationKey, Topic = request.Topic }, null, recipient);
    }

    private static Alert? Item(BatchItemRequest item, string path, FieldErrors errors)
    {
        errors.Refuse(path, item, EndpointJson.Body<BatchItemRequest>());
        var kind = errors.OneOf(
            path + "kind", item.Kind, AlertKind.Strategy,
            ("strategy", AlertKind.Strategy), ("coaching", AlertKind.Coaching), ("critical", AlertKind.Critical));
        return kind switch
        {
            AlertKind.Critical => Critical(item.AlertMessage, path, errors),
            AlertKind.Coaching => Coaching(
                item.AlertType, item.AlertMessage, item.Severity, path + "severity", item.Category, item.ImprovementArea, path, errors),
            _ => Strategy(item.AlertType, item.AlertMessage, item.Severity, path, errors),
        };
    }

    private static StrategyAlert? Strategy(string? type, string message, string? severity, string path, FieldErrors errors)
    {
        errors.Require(path + "alert_message", message, Lengths.Message);
        var urgency = Severity(path + "severity", severity, errors);
        if (StrategyAlertType.TryParse(type, null, out var parsed))
            return new StrategyAlert(parsed, message, urgency);

        errors.Add(path + "alert_type", NameRule);
        return null;
    }

    private static CoachingAlert? Coaching(
        string? type, string message, string? priority, string priorityField, string? category, string? area, string path, FieldErrors errors)
    {
        errors.Require(path + "alert_message", message, Lengths.Message);
        errors.Limit(path + "category", category, Lengths.Name);
        errors.Limit(path + "improvement_area", area, Lengths.Name);
        var urgency = Severity(priorityField, priority, errors);
        if (CoachingAlertType.TryParse(type, null, out var parsed))
            return new CoachingAlert(parsed, message, urgency) { Category = NullIfEmpty(category), ImprovementArea = NullIfEmpty(area) };

        errors.Add(path + "alert_type", NameRule);
        return null;
    }

    private static CriticalAlert Critical(string message, string path, FieldErrors errors)
    {
        errors.Require(path + "alert_message", message, Lengths.Message);
        return new CriticalAlert(message);
    }

    private static AlertSeverity Severity(string field, string? word, FieldErrors errors) => errors.OneOf(
        field, word, AlertSeverity.Medium, ("low", AlertSeverity.Low), ("medium", AlertSeverity.Medium), ("high", AlertSeverity.High));

    private static AlertRecipient? Recipient(AlertRequest request, string? channel, FieldErrors errors)
    {
        errors.Require("to", request.To, Lengths.Address);
        errors.Limit("deduplication_key", request.DeduplicationKey, Lengths.Name);
        errors.Limit("topic", request.Topic, Lengths.Name);
        var on = errors.OneOf(
            "channel", channel, AlertChannel.Sms, ("sms", AlertChannel.Sms), ("whatsapp", AlertChannel.WhatsApp), ("voice", AlertChannel.Voice));
        return string.IsNullOrWhiteSpace(request.To) ? null : new AlertRecipient(request.To, on);
    }

    private static TimeSpan? ValidFor(AlertRequest request, FieldErrors errors)
    {
        if (request.ValidForSeconds is not { } seconds)
            return null;

        if (seconds < LeastValidity.TotalSeconds || seconds > LongestValidity.TotalSeconds)
        {
            errors.Add("valid_for_seconds", "must be 2 to 604,800.");
            return null;
        }

        return TimeSpan.FromSeconds(seconds);
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
