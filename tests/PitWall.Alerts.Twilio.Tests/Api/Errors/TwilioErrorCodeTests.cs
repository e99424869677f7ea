using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Tests.Api.Errors;

public class TwilioErrorCodeTests
{
    [Fact]
    public void All_Codes_AreUniqueAndInOrder() =>
        TwilioErrorTable.All.Select(e => e.Code).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems().And.HaveCountGreaterThan(190);

    [Fact]
    public void All_Codes_AreFoundByTheirNumber() =>
        TwilioErrorTable.All.Should().OnlyContain(e => new TwilioErrorCode(e.Code).IsKnown && new TwilioErrorCode(e.Code).Category == e.Category);

    [Fact]
    public void All_Codes_HaveACategoryAndTwoSentences()
    {
        foreach (var entry in TwilioErrorTable.All)
        {
            entry.Category.Should().NotBe(TwilioErrorCategory.Unknown);
            Enum.IsDefined(entry.Retry).Should().BeTrue();
            foreach (var sentence in new[] { entry.Meaning, entry.Advice })
            {
                sentence.Should().MatchRegex(@"^[A-Z0-9].{5,}\.$", $"{entry.Code} is explained in sentences");
                sentence.Should().NotContainAny("bug", "  ", "..");
                sentence.Should().NotMatchRegex(@"\+\d", "no number belongs in an exception");
            }
        }
    }

    [Fact]
    public void All_InformationAndWebhookCodes_AskForNoRetry() =>
        TwilioErrorTable.All
            .Where(e => e.Category is TwilioErrorCategory.Information or TwilioErrorCategory.Webhook or TwilioErrorCategory.Twiml)
            .Should().OnlyContain(e => e.Retry == TwilioErrorRetry.NotApplicable);

    [Theory]
    [InlineData(11999, TwilioErrorCategory.Webhook, TwilioErrorRetry.No)]
    [InlineData(12999, TwilioErrorCategory.Twiml, TwilioErrorRetry.No)]
    [InlineData(14999, TwilioErrorCategory.Twiml, TwilioErrorRetry.No)]
    [InlineData(20999, TwilioErrorCategory.Request, TwilioErrorRetry.No)]
    [InlineData(21999, TwilioErrorCategory.Request, TwilioErrorRetry.No)]
    [InlineData(30999, TwilioErrorCategory.Carrier, TwilioErrorRetry.OtherWay)]
    [InlineData(63999, TwilioErrorCategory.Policy, TwilioErrorRetry.OtherWay)]
    [InlineData(45000, TwilioErrorCategory.Unknown, TwilioErrorRetry.No)]
    [InlineData(0, TwilioErrorCategory.Unknown, TwilioErrorRetry.No)]
    [InlineData(-1, TwilioErrorCategory.Unknown, TwilioErrorRetry.No)]
    public void Category_UnknownCode_IsPlacedByItsRange(int code, TwilioErrorCategory category, TwilioErrorRetry retry)
    {
        var sut = new TwilioErrorCode(code);

        (sut.IsKnown, sut.Category, sut.Retry, sut.Meaning, sut.Advice).Should().Be((false, category, retry, "", ""));
    }

    [Fact]
    public void NamedCodes_AreKnownAndNumberedAsTheirDocumentationSays()
    {
        var named = typeof(TwilioErrorCode).GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
            .Select(f => (TwilioErrorCode)f.GetValue(null)!).ToList();

        named.Should().OnlyHaveUniqueItems().And.OnlyContain(c => c.IsKnown);
    }

    [Fact]
    public void ToString_Code_IsTheNumberInEveryCulture()
    {
        TwilioErrorCode.OptedOut.ToString().Should().Be("21610");
        ((int)TwilioErrorCode.OptedOut).Should().Be(21610);
        TwilioErrorCode.OptedOut.ToInt32().Should().Be(21610);
        TwilioErrorCode.OptedOut.Should().Be(new TwilioErrorCode(21610));
    }
}
