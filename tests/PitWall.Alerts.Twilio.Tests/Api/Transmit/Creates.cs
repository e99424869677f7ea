using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Tests.Api.Transmit;

/// <summary>Makes creates and what a list shows of them.</summary>
internal static class Creates
{
    public const string To = "+34600111222";
    public const string From = "+15125550100";

    public static CreateRequest Sms(
        string? body = "Box this lap",
        string? from = From,
        string? service = null,
        string to = To,
        AlertChannel channel = AlertChannel.Sms,
        CreateContext context = default,
        int segments = 1) => new()
        {
            Kind = channel == AlertChannel.Voice ? CreateKind.Call : CreateKind.Message,
            Channel = channel,
            Form = new FormBuffer(),
            To = E164PhoneNumber.Parse(to),
            From = from,
            MessagingServiceSid = service,
            ListedBody = body,
            Segments = segments,
            Context = context,
        };

    public static ListedCreate Listed(
        string? body = "Box this lap", string? from = From, string? service = null, string? to = To, string? direction = "outbound-api") => new()
        {
            Sid = "SM00000000000000000000000000000001",
            CreatedAt = DateTimeOffset.UnixEpoch,
            Direction = direction,
            To = to,
            From = from,
            MessagingServiceSid = service,
            Body = body,
        };
}
