using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream.Archive;

/// <summary>The folder in which answers and spent calls outlive the process.</summary>
internal sealed class StoreFolder(IOptions<CacheOptions> cache, IOptions<UpstreamOptions> upstream)
{
    /// <summary>Perhaps not there yet; null when nothing is to be kept on disk.</summary>
    public string? Path { get; } = cache.Value.Path switch
    {
        null => System.IO.Path.Combine(Root(), "FlightGraph", upstream.Value.BaseUri.Host),
        "" => null,
        var path => path,
    };

    /// <summary>A user without a home, as in some containers, has the temporary folder.</summary>
    private static string Root() =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } root ? root : System.IO.Path.GetTempPath();
}
