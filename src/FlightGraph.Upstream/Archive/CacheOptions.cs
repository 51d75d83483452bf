using System.ComponentModel.DataAnnotations;

namespace FlightGraph.Upstream.Archive;

/// <summary>How much of the upstream's answers is kept, and where. Configuration section <c>Cache</c>.</summary>
public sealed class CacheOptions
{
    public const string SectionName = "Cache";

    /// <summary>
    /// The folder where answers and spent calls outlive the process, one for each gateway. Null, the default, is a folder of the
    /// upstream's own below the user's local application data; empty keeps nothing on disk.
    /// </summary>
    public string? Path { get; set; }

    /// <summary>A Redis that replicas share, <c>host:port</c> with whatever options StackExchange.Redis reads behind it; null or empty, the default, shares nothing.</summary>
    public string? Redis { get; set; }

    /// <summary>The memory that remembered answers may take, in bytes as estimated. Default 256 MiB, 0 to 64 GiB; 0 remembers nothing.</summary>
    [Range(0L, 64L << 30)]
    public long MaxMemory { get; set; } = 256L << 20;

    /// <summary>The answers kept on disk or in Redis, in bytes as stored. Default 1 GiB, 1 MiB to 1 TiB.</summary>
    [Range(1L << 20, 1L << 40)]
    public long MaxDisk { get; set; } = 1L << 30;
}
