using System.Diagnostics.CodeAnalysis;

namespace PitWallHost;

/// <summary>Where this host reaches itself, for the callbacks of a sandbox in the same process.</summary>
internal static class OwnAddress
{
    /// <summary>Takes the first address it listens on; one that stands for all of the machine's is reached as localhost.</summary>
    public static bool TryFind(string addresses, [NotNullWhen(true)] out Uri? own)
    {
        own = null;
        try
        {
            var first = BindingAddress.Parse(addresses.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? string.Empty);
            var host = first.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : first.Host;
            return Uri.TryCreate($"{first.Scheme}://{host}:{first.Port}", UriKind.Absolute, out own);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
