using RaceReplay.Cli;

namespace RaceReplay.Tests.Cli;

public sealed class CommandLineTests
{
    [Fact]
    public void Parse_Nothing_IsTheBundledRaceInTheSandbox() => CommandLine.Parse([]).Should().Be(new ReplayOptions());

    [Fact]
    public void Parse_Everything_ReadsIt()
    {
        var options = CommandLine.Parse(
            ["--timing", "race.csv", "--weather=weather.csv", "--utc-offset", "-05:00", "--car", "46", "--to", "+34 600 111 222", "--live", "--budget", "5", "--speed", "60x", "--output", "json"]);

        options.Should().Be(new ReplayOptions
        {
            Timing = "race.csv",
            Weather = "weather.csv",
            UtcOffset = TimeSpan.FromHours(-5),
            Car = "46",
            To = "+34600111222",
            IsLive = true,
            Budget = 5,
            Speed = 60,
            IsJson = true,
        });
    }

    [Fact]
    public void Parse_StormAndPhones_ReadsThem() =>
        CommandLine.Parse(["--storm=200", "--phones"]).Should().Be(new ReplayOptions { Storm = 200, KeepsPhones = true });

    [Theory]
    [InlineData("-5", -300)]
    [InlineData("-05:00", -300)]
    [InlineData("+5:30", 330)]
    [InlineData("0530", 330)]
    [InlineData("Z", 0)]
    [InlineData("13", 780)]
    public void Parse_UtcOffset_ReadsIt(string text, int minutes) =>
        CommandLine.Parse(["--timing", "f", "--utc-offset", text]).UtcOffset.Should().Be(TimeSpan.FromMinutes(minutes));

    [Theory]
    [InlineData("There is no option --timng. Did you mean --timing?", "--timng", "f")]
    [InlineData("There is no option --xyzzy-plugh.", "--xyzzy-plugh")]
    [InlineData("\"race.csv\" is not an option; options begin with --.", "race.csv")]
    [InlineData("--car needs a value: --car NUMBER.", "--car")]
    [InlineData("--car needs a value: --car NUMBER.", "--car", "--live")]
    [InlineData("--car needs a value: --car NUMBER.", "--car=")]
    [InlineData("--car is given twice.", "--car", "1", "--car", "2")]
    [InlineData("--live takes no value.", "--live=yes", "--to", "+34600111222")]
    [InlineData("--budget needs a whole number of at least 1; \"0\" is none.", "--budget", "0")]
    [InlineData("--stop-sandbox-at needs a whole number of at least 1; \"x\" is none.", "--stop-sandbox-at", "x")]
    [InlineData("--speed needs a number above 0, such as 1 or 60; \"-1\" is none.", "--speed", "-1")]
    [InlineData("--output is json or text, not \"xml\".", "--output", "xml")]
    [InlineData("--utc-offset needs an offset such as -05:00, +5:30 or Z; \"25\" is none.", "--timing", "f", "--utc-offset", "25")]
    [InlineData("--utc-offset needs an offset such as -05:00, +5:30 or Z; \"5:75\" is none.", "--timing", "f", "--utc-offset", "5:75")]
    [InlineData("--live sends to a real phone: say which with --to NUMBER.", "--live")]
    [InlineData("--stop-sandbox-at stops the sandbox, and --live has none: give one of them.", "--live", "--to", "+34600111222", "--stop-sandbox-at", "3")]
    [InlineData("--storm is for virtual phones: give it or --live, not both.", "--live", "--to", "+34600111222", "--storm", "3")]
    [InlineData("--storm needs a whole number of at least 1; \"0\" is none.", "--storm", "0")]
    [InlineData("--storm takes 20000 alerts at most.", "--storm", "20001")]
    [InlineData("--phones shows virtual phones, and --live has none: give one of them.", "--live", "--to", "+34600111222", "--phones")]
    [InlineData("--weather belongs to a race: give its --timing FILE too.", "--weather", "f")]
    [InlineData("--utc-offset belongs to a race: give its --timing FILE too.", "--utc-offset", "Z")]
    public void Parse_Mistake_SaysWhat(string message, params string[] arguments)
    {
        var parse = () => CommandLine.Parse(arguments);

        parse.Should().Throw<UsageException>().WithMessage(message);
    }

    [Fact]
    public void Parse_NumberThatCannotBe_SaysWhy()
    {
        var parse = () => CommandLine.Parse(["--to", "+1234567890"]);

        parse.Should().Throw<UsageException>().WithMessage("--to needs a phone number such as +34600111222. +1234567890: *");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--help", "--live")]
    public void Parse_Help_AsksNothingElse(params string[] arguments) => CommandLine.Parse(arguments).IsHelp.Should().BeTrue();

    [Fact]
    public void Help_Always_NamesEveryOption() => CommandLine.Help().Should()
        .ContainAll("--timing FILE", "--weather FILE", "--utc-offset OFFSET", "--car NUMBER", "--to NUMBER", "--live", "--budget SEGMENTS", "--speed FACTOR", "--stop-sandbox-at LAP", "--storm COUNT", "--phones", "--output json", "--help");
}
