using Microsoft.Extensions.Configuration;
using PitWall.Alerts.Twilio.Text;

namespace PitWall.Alerts.Twilio.Tests.Text;

public sealed class AlertTextOptionsTests
{
    [Fact]
    public void Validate_Defaults_FindsNothing() => AlertTextOptionsValidator.Validate(new AlertTextOptions(), "Text").Should().BeEmpty();

    [Fact]
    public void Validate_EverythingWrong_NamesEachProperty()
    {
        var options = new AlertTextOptions
        {
            ProductName = " ",
            Layout = (AlertLayout)7,
            StrategySegments = 0,
            CoachingSegments = 25,
            BatchSegments = -1,
            CriticalSegments = 0,
            PricePerSegment = -0.01m,
            Currency = "euro",
            WhatsAppTemplates = { Strategy = new() { ContentSid = "HX123" }, Batch = new() { ContentSid = "", SeverityVariable = "2" } },
        };

        AlertTextOptionsValidator.Validate(options, "PitWall:Twilio:Text").Should().Equal(
            "PitWall:Twilio:Text:ProductName must have 1 to 40 characters.",
            "PitWall:Twilio:Text:Layout must be Full or Short, not 7.",
            "PitWall:Twilio:Text:StrategySegments must be between 1 and 24, not 0.",
            "PitWall:Twilio:Text:CoachingSegments must be between 1 and 24, not 25.",
            "PitWall:Twilio:Text:BatchSegments must be between 1 and 24, not -1.",
            "PitWall:Twilio:Text:CriticalSegments must be between 1 and 24, not 0.",
            "PitWall:Twilio:Text:PricePerSegment must not be negative.",
            "PitWall:Twilio:Text:Currency must be three letters, such as USD.",
            "PitWall:Twilio:Text:WhatsAppTemplates:Strategy:ContentSid must be HX and 32 hexadecimal digits.",
            "PitWall:Twilio:Text:WhatsAppTemplates:Batch:variable \"2\" has 2 meanings; give each its own name, or none.");
    }

    [Fact]
    public void Validate_PartsSetToNull_AreNamed()
    {
        var wholes = new AlertTextOptions { Labels = null!, Speech = null!, WhatsAppTemplates = null! };
        var parts = new AlertTextOptions { Labels = { Types = null!, Areas = null! }, Speech = { Language = null!, Pronunciations = null! } };

        AlertTextOptionsValidator.Validate(wholes, "Text").Should().Equal(
            "Text:Labels must not be null.", "Text:Speech must not be null.", "Text:WhatsAppTemplates must not be null.");
        AlertTextOptionsValidator.Validate(parts, "Text").Should().Equal(
            "Text:Labels:Types must not be null.",
            "Text:Labels:Areas must not be null.",
            "Text:Speech:Language must not be null.",
            "Text:Speech:Pronunciations must not be null.");
    }

    [Fact]
    public void Bind_Configuration_ReachesEveryPart()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ProductName"] = "Endurance",
            ["Layout"] = "short",
            ["CriticalSegments"] = "2",
            ["PricePerSegment"] = "0.0083",
            ["Labels:High"] = "ALTA",
            ["Labels:Types:tire_wear"] = "Desgaste",
            ["Speech:Pronunciations:FCY"] = "code 60",
            ["WhatsAppTemplates:Critical:ContentSid"] = "HX00000000000000000000000000000000",
            ["WhatsAppTemplates:Critical:TimeVariable"] = "",
        }).Build();

        var options = configuration.Get<AlertTextOptions>()!;

        options.Should().BeEquivalentTo(new AlertTextOptions
        {
            ProductName = "Endurance",
            Layout = AlertLayout.Short,
            CriticalSegments = 2,
            PricePerSegment = 0.0083m,
            Labels = { High = "ALTA", Types = { ["tire_wear"] = "Desgaste" } },
            Speech = { Pronunciations = { ["FCY"] = "code 60" } },
            WhatsAppTemplates = { Critical = new() { ContentSid = "HX00000000000000000000000000000000", TimeVariable = "" } },
        });
    }
}
