using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace PitWall.Alerts.Twilio.Tests.Text;

/// <summary>
/// Compares with what Twilio's public calculator said (npm sms-segments-calculator 1.3.0). Data/segment-cases.tsv was written by
/// tools/segments/generate.mjs; with <c>PITWALL_SEGMENT_CASES</c> set, a larger file of the same kind is read as well.
/// </summary>
public sealed class SegmentAgreementTests(ITestOutputHelper output)
{
    [Fact]
    public void Measure_GeneratedTexts_AgreesWithTwiliosCalculator()
    {
        var cases = Read(TestFiles.Path("Text", "Data", "segment-cases.tsv"));
        if (Environment.GetEnvironmentVariable("PITWALL_SEGMENT_CASES") is { Length: > 0 } file)
            cases = cases.Concat(Read(file));

        var count = 0;
        var differences = 0;
        foreach (var (text, encoding, segments, hasClusters) in cases)
        {
            count++;
            var measure = SmsText.Measure(text);

            measure.Encoding.Should().Be(encoding, "case {0} is {1}", count, text);
            if (measure.Segments == segments)
                continue;

            // The calculator keeps a grapheme cluster in one part; Twilio only documents that for pairs.
            hasClusters.Should().BeTrue("case {0} is {1} and has {2} segments, not {3}", count, text, segments, measure.Segments);
            encoding.Should().Be(SmsEncoding.Ucs2);
            measure.Segments.Should().BeLessThan(segments);
            differences++;
        }

        count.Should().BeGreaterThanOrEqualTo(3000);
        output.WriteLine($"{count} texts; {differences} differ, all of them UCS-2 with clusters.");
    }

    private static IEnumerable<(string Text, SmsEncoding Encoding, int Segments, bool HasClusters)> Read(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            var cells = line.Split('\t');
            var answer = cells[0].Split(' ');
            var text = new StringBuilder();
            foreach (var cell in cells.Skip(1))
            {
                var star = cell.IndexOf('*', StringComparison.Ordinal);
                var piece = Unescape(cell[(star + 1)..]);
                for (var times = int.Parse(cell.AsSpan(0, star), CultureInfo.InvariantCulture); times > 0; times--)
                    text.Append(piece);
            }

            yield return (
                text.ToString(),
                answer[0] == "G" ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2,
                int.Parse(answer[1], CultureInfo.InvariantCulture),
                answer[2] == "1");
        }
    }

    private static string Unescape(string text)
    {
        var output = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != '\\')
            {
                output.Append(text[index]);
                continue;
            }

            output.Append((char)ushort.Parse(text.AsSpan(index + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            index += 5;
        }

        return output.ToString();
    }
}
