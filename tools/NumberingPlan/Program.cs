using System.Globalization;
using System.Text.Json;
using PitWall.Alerts.Twilio;
using PitWall.Tools.NumberingPlan.Agreement;
using PitWall.Tools.NumberingPlan.Format;
using PitWall.Tools.NumberingPlan.Table;

const string Usage = """
    generate TABLE RESOURCE    makes the plan's resource out of the table
    corpus TABLE SEED          prints inputs that cover every pattern of the table
    compare ANSWERS            holds this library against the answers of npm/answers.mjs
    """;
var shown = int.Parse(Environment.GetEnvironmentVariable("SHOWN") ?? "8", CultureInfo.InvariantCulture);

switch (args)
{
    case ["generate", var table, var resource]:
        var plan = PlanBuilder.Build(PlanTable.Read(table));
        File.WriteAllBytes(resource, plan);
        Console.WriteLine($"{resource}: {plan.Length} bytes");

        return 0;
    case ["corpus", var table, var seed]:
        foreach (var (region, text) in new Corpus(PlanTable.Read(table), int.Parse(seed, CultureInfo.InvariantCulture)).Inputs())
        {
            Console.WriteLine($"{region}\t{JsonSerializer.Serialize(text)}");
        }

        return 0;
    case ["compare", var path]:
        var answers = File.ReadLines(path).Select(Answer.Parse).ToList();
        var classes = answers.Select(answer => (Answer: answer, Class: Comparison.Difference(answer))).Where(entry => entry.Class is not null).GroupBy(entry => entry.Class!).OrderByDescending(group => group.Count()).ToList();
        Console.WriteLine($"{answers.Count} inputs, {answers.Count(answer => answer.Error.Length == 0)} numbers, {answers.Count(answer => answer.IsValid)} valid, {classes.Sum(group => group.Count())} differences");

        foreach (var group in classes)
        {
            Console.WriteLine($"{group.Count(),8}  {group.Key}");

            foreach (var (answer, _) in group.Take(shown))
            {
                Console.WriteLine($"          {answer}");
            }
        }

        var safe = new PhoneNumberNormalizer();
        var valid = answers.Where(answer => answer.IsValid).Select(answer => (Answer: answer, Result: safe.Normalize(answer.Text, new PhoneNumberOptions { DefaultRegion = answer.Region }))).ToList();
        Console.WriteLine($"of the {valid.Count} valid, the safe defaults read {valid.Count(entry => entry.Result.Number.ToString() == entry.Answer.E164)} the same and {valid.Count(entry => entry.Result.IsSuccess && entry.Result.Number.ToString() != entry.Answer.E164)} otherwise, and refuse");

        foreach (var group in valid.Where(entry => !entry.Result.IsSuccess).GroupBy(entry => entry.Result.Error).OrderByDescending(group => group.Count()))
        {
            Console.WriteLine($"{group.Count(),8}  {group.Key}");

            foreach (var (answer, _) in group.Take(shown))
            {
                Console.WriteLine($"          {answer}");
            }
        }

        return 0;
    default:
        Console.Error.WriteLine(Usage);

        return 2;
}
