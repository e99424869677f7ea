using Microsoft.Extensions.Configuration;

namespace RaceReplay.Tests.App;

public sealed class PhonesTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Run_Phones_CanBeLookedAtAfterTheRaceUntilStopped()
    {
        using var stop = new CancellationTokenSource();
        using var http = new HttpClient();
        var errors = new AwaitedText("The phones are still at ");
        var sut = new ReplayApp(TextWriter.Null, errors, new ConfigurationBuilder().Build());

        var running = sut.RunAsync(["--phones", "--output", "json"], stop.Token);
        var said = await errors.Line.WaitAsync(Deadline);
        var address = said.Split(' ').Single(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)).TrimEnd('.');
        var page = await http.GetStringAsync(new Uri(address)).WaitAsync(Deadline);
        var isRunning = !running.IsCompleted;
        await stop.CancelAsync();

        page.Should().Contain("<html");
        isRunning.Should().BeTrue();
        (await running.WaitAsync(Deadline)).Should().Be(0, "the race was over when it was stopped");
        await http.Invoking(h => h.GetStringAsync(new Uri(address))).Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task Run_AtASpeed_SaysWhereThePhonesAre()
    {
        var run = await AppRun.Of("--speed", "5000", "--output", "json");

        run.Errors.Should().StartWith("phones: http://127.0.0.1:").And.NotContain("still");
        run.Json().GetProperty("accepted").GetInt32().Should().Be(28);
    }
}
