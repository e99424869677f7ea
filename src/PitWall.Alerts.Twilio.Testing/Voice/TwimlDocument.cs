using System.Xml;
using System.Xml.Linq;

namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>Instructions that were read as XML. Source: Twilio docs, "TwiML for Programmable Voice", and errors 12100, 12300, 11750.</summary>
/// <param name="Verbs">The verbs of the response, in order.</param>
internal sealed record TwimlDocument(IReadOnlyList<XElement> Verbs)
{
    // Source: Twilio docs, error 11750.
    private const int MaxLength = 64 * 1024;

    private static readonly string[] MediaTypes = ["text/xml", "application/xml", "text/html"];

    /// <summary>Reads what a host answered; on failure the problem says why.</summary>
    public static TwimlDocument? FromAnswer(string? mediaType, string text, out SandboxCallProblem problem)
    {
        // An answer without a body needs no type: it means to do nothing.
        if (text.Length > 0 && (mediaType is null || !MediaTypes.Contains(mediaType, StringComparer.OrdinalIgnoreCase)))
        {
            problem = new(12300, $"The content type '{mediaType}' is not supported for TwiML.");
            return null;
        }

        if (text.Length > MaxLength)
        {
            problem = new(11750, "The TwiML is longer than 64 kB.");
            return null;
        }

        if (text.Length == 0)
        {
            problem = default;
            return new TwimlDocument([]);
        }

        return Parse(text, out problem);
    }

    public static TwimlDocument? Parse(string text, out SandboxCallProblem problem)
    {
        problem = default;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var root = XElement.Load(reader);
            if (root.Name == "Response") return new TwimlDocument([.. root.Elements()]);

            problem = new(12100, $"The root element is '{root.Name.LocalName}', not 'Response'.");
        }
        catch (XmlException e)
        {
            problem = new(12100, "The TwiML cannot be parsed: " + e.Message);
        }

        return null;
    }
}
