using System.Globalization;
using System.Text.Json;

namespace FaultMatrix.Wire;

/// <summary>What took effect, and the list of it.</summary>
internal sealed class WireStore(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<WireMessage> _messages = [];
    private int _last;

    /// <summary>Everything that reached a phone, oldest first.</summary>
    public IReadOnlyList<WireMessage> Messages
    {
        get
        {
            lock (_gate)
                return [.. _messages];
        }
    }

    /// <summary>Changes what the list shows of a message as soon as it is there.</summary>
    public Action<WireMessage>? OnStored { get; set; }

    public WireMessage Add(WireRequest request, TimeSpan listLag)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var isCall = request.IsAboutCalls;
            var sid = (isCall ? "CA" : "SM") + (++_last).ToString("x32", CultureInfo.InvariantCulture);
            var (to, body) = (request["To"] ?? "", request["Body"] ?? request["Twiml"] ?? "");
            var message = new WireMessage
            {
                Sid = sid,
                IsCall = isCall,
                To = to,
                Body = body,
                Request = request,
                CreatedAt = now,
                ListedFrom = now + listLag,
                IsInexcusable = _messages.Exists(m => m.IsCall == isCall && m.To == to && m.Body == body && m.WasListed),
                Listed = new Dictionary<string, object?>
                {
                    ["sid"] = sid,
                    ["status"] = "queued",
                    ["direction"] = "outbound-api",
                    ["to"] = to,
                    ["from"] = request["From"],
                    ["messaging_service_sid"] = request["MessagingServiceSid"],
                    ["body"] = isCall ? null : body,
                    ["num_segments"] = "1",
                    ["date_created"] = now.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture),
                },
            };
            OnStored?.Invoke(message);
            _messages.Add(message);
            return message;
        }
    }

    public static WireAnswer Created(WireMessage message) => new(201, JsonSerializer.Serialize(message.Listed));

    /// <summary>The list of a recipient, newest first, and what is in it.</summary>
    public (WireAnswer Answer, IReadOnlyList<WireMessage> Shown) List(WireRequest request)
    {
        var (to, isCalls) = (request["To"], request.IsAboutCalls);
        var size = int.Parse(request["PageSize"] ?? "50", CultureInfo.InvariantCulture);
        var page = int.Parse(request["Page"] ?? "0", CultureInfo.InvariantCulture);
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var all = _messages.Where(m => m.IsCall == isCalls && m.To == to && m.ListedFrom <= now).Reverse().ToList();
            var shown = all.Skip(page * size).Take(size).ToList();
            var next = all.Count > (page + 1) * size ? $"{request.Path}?To={Uri.EscapeDataString(to ?? "")}&PageSize={size}&Page={page + 1}" : null;
            var items = shown.Select(m => m.Listed).ToList();
            var body = isCalls
                ? JsonSerializer.Serialize(new { calls = items, next_page_uri = next })
                : JsonSerializer.Serialize(new { messages = items, next_page_uri = next });
            return (new WireAnswer(200, body), shown);
        }
    }

    public void NoteListed(IReadOnlyList<WireMessage> shown)
    {
        lock (_gate)
        {
            foreach (var message in shown)
                message.WasListed = true;
        }
    }
}
