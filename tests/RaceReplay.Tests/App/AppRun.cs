using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace RaceReplay.Tests.App;

/// <summary>A run of the program in this process, and what it left.</summary>
internal sealed record AppRun(int ExitCode, string Output, string Errors)
{
    public static Task<AppRun> Of(params string[] arguments) => With([], arguments);

    public static async Task<AppRun> With(Dictionary<string, string?> environment, params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var app = new ReplayApp(TextWriter.Synchronized(output), TextWriter.Synchronized(errors), new ConfigurationBuilder().AddInMemoryCollection(environment).Build());

        var exitCode = await app.RunAsync(arguments).WaitAsync(TimeSpan.FromMinutes(2));

        return new AppRun(exitCode, output.ToString(), errors.ToString());
    }

    /// <summary>The output as JSON: throws when there is anything besides.</summary>
    public JsonElement Json() => JsonDocument.Parse(Output).RootElement;
}
