using Microsoft.Extensions.DependencyInjection;

namespace PitWall.Alerts.Twilio.Tests.Webhooks;

public class CallbackOrderTests
{
    private const int Messages = 1_000;

    private static readonly (string Status, int? Code)[][] Lives =
    [
        [("queued", null), ("sent", null), ("delivered", null)],
        [("sending", null), ("sent", null), ("delivered", null), ("read", null)],
        [("sent", null), ("read", null)],
        [("sent", null), ("undelivered", 30003)],
        [("queued", null), ("failed", 63016)],
        [("canceled", null)],
        [("sent", null)],
        [],
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task ReceiveStatusAsync_ShuffledDuplicatedAndEarly_EndsAsInOrder(int seed)
    {
        await using var inOrder = new WebhookBench();
        for (var i = 0; i < Messages; i++)
        {
            foreach (var step in Steps(inOrder, i))
                await step();
        }

        var handler = new RecordingHandler();
        await using var sut = new WebhookBench(services: services => services.AddSingleton<IDeliveryStatusHandler>(handler));
        var random = new Random(seed);
        var steps = new List<Func<Task>>();
        for (var i = 0; i < Messages; i++)
        {
            var once = Steps(sut, i).ToList();
            // Opening comes first, as it does: everything behind it, Twilio's answer included, may come in any order and more than once.
            await once[0]();
            steps.Add(once[1]);
            foreach (var callback in once.Skip(2))
                steps.AddRange(Enumerable.Repeat(callback, random.Next(1, 4)));
        }

        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(steps));
        await Parallel.ForEachAsync(steps, async (step, _) => await step());

        for (var i = 0; i < Messages; i++)
            Outline(sut, i).Should().Be(Outline(inOrder, i));

        sut.Ledger.Summarize().ByMessageStatus.Should().BeEquivalentTo(inOrder.Ledger.Summarize().ByMessageStatus);
        handler.Messages.GroupBy(update => update.MessageSid).Should().OnlyContain(
            told => told.Select(update => update.Status).SequenceEqual(told.Select(update => update.Status).Distinct().Order()),
            "handlers hear each status once and never one that lies behind");
    }

    private static IEnumerable<Func<Task>> Steps(WebhookBench bench, int number)
    {
        var (alertId, sid) = (AlertId(number), WebhookBench.MessageSid(number));
        yield return () =>
        {
            bench.Open(alertId);
            return Task.CompletedTask;
        };
        yield return () =>
        {
            bench.Accept(bench.Records[alertId], sid);
            return Task.CompletedTask;
        };
        foreach (var (status, code) in Lives[number % Lives.Length])
        {
            // Two in three callbacks name the alert; the rest, from a messaging service's own settings, know the SID alone.
            var callback = WebhookBench.MessageCallback(sid, status, number % 3 == 0 ? null : alertId, code);
            yield return async () => (await bench.Webhooks.ReceiveStatusAsync(callback)).StatusCode.Should().Be(204);
        }
    }

    private static string Outline(WebhookBench bench, int number)
    {
        var entry = bench.Ledger.Find(AlertId(number))!;
        return $"{entry.Sid} {entry.Outcome} {entry.MessageStatus} {entry.ErrorCode} {entry.Detail} {string.Join(',', entry.Times.Keys.Order())}";
    }

    private static string AlertId(int number) => $"alert-{number}";
}
