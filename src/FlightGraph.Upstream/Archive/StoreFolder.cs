using Microsoft.Extensions.Options;
using SystemPath = System.IO.Path;

namespace FlightGraph.Upstream.Archive;

/// <summary>The folder that <see cref="CacheOptions.Path"/> means. Nothing is created here.</summary>
internal sealed class StoreFolder(IOptions<CacheOptions> cache, IOptions<UpstreamOptions> upstream)
{
    /// <summary>Null keeps nothing on disk.</summary>
    public string? Path => cache.Value.Path switch
    {
        null => SystemPath.Combine(LocalFolder(), "FlightGraph", FolderName(upstream.Value.BaseAddress)),
        "" => null,
        var path => path,
    };

    /// <summary>A user without a home, as in many containers, has no local application data.</summary>
    private static string LocalFolder() =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } folder ? folder : SystemPath.GetTempPath();

    /// <summary>The host, without the colons and brackets that not every file system takes.</summary>
    private static string FolderName(string address) =>
        string.Concat((Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.IdnHost : address).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : '_'));
}
