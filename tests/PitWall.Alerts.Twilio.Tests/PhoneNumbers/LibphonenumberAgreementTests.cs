using PitWall.Tools.NumberingPlan.Agreement;

namespace PitWall.Alerts.Twilio.Tests.PhoneNumbers;

/// <summary>A sample of the full comparison that docs/numbers.md describes, with Google's answers kept as data.</summary>
public sealed class LibphonenumberAgreementTests
{
    private static readonly IReadOnlyList<Answer> Answers = [.. Read("google-libphonenumber.tsv"), .. Read("google-libphonenumber-corners.tsv")];

    [Fact]
    public void Normalize_AsLibphonenumber_AgreesButForWhatTheDocsList()
    {
        string?[] listed = [Comparison.MoreThan15Digits, Comparison.DigitsOfOtherScripts];

        var differences = Answers
            .Select(answer => (Answer: answer, Difference: Comparison.Difference(answer)))
            .Where(entry => entry.Difference is not null && !listed.Contains(entry.Difference));

        differences.Should().BeEmpty();
        Answers.Should().HaveCountGreaterThan(4_000);
        Answers.Select(answer => answer.NumberRegion).Distinct().Should().HaveCountGreaterThan(240);
        Answers.Select(answer => answer.Kind).Distinct().Should().HaveCountGreaterThan(11);
    }

    [Fact]
    public void Normalize_WithTheSafeDefaults_NeverGivesAnotherNumber()
    {
        var sut = new PhoneNumberNormalizer();

        var others = Answers
            .Select(answer => (Answer: answer, Result: sut.Normalize(answer.Text, new PhoneNumberOptions { DefaultRegion = answer.Region })))
            .Where(entry => entry.Result.IsSuccess && entry.Result.Number.ToString() != entry.Answer.E164)
            .Where(entry => Comparison.Difference(entry.Answer) != Comparison.DigitsOfOtherScripts);

        others.Should().BeEmpty();
    }

    [Fact]
    public void Normalize_WithTheSafeDefaults_TakesEveryValidNumberOrSaysWhatIsUnsafe()
    {
        PhoneNumberError[] unsafeReadings =
        [
            PhoneNumberError.Letters, PhoneNumberError.SeveralNumbers, PhoneNumberError.Ambiguous, PhoneNumberError.PremiumRate, PhoneNumberError.MoreThan15Digits,
        ];
        var sut = new PhoneNumberNormalizer();

        var refused = Answers
            .Where(answer => answer.IsValid)
            .Select(answer => (Answer: answer, Result: sut.Normalize(answer.Text, new PhoneNumberOptions { DefaultRegion = answer.Region })))
            .Where(entry => !entry.Result.IsSuccess && !unsafeReadings.Contains(entry.Result.Error));

        refused.Should().BeEmpty();
    }

    private static IEnumerable<Answer> Read(string file) =>
        File.ReadLines(Repository.PathOf($"tests/PitWall.Alerts.Twilio.Tests/PhoneNumbers/{file}"))
            .Where(line => !line.StartsWith('#'))
            .Select(Answer.Parse);
}
