using System.ComponentModel.DataAnnotations;

namespace FlightGraph.Upstream;

/// <summary>Where the upstream is and how patiently it is asked. Configuration section <c>Upstream</c>.</summary>
public sealed class UpstreamOptions
{
    public const string SectionName = "Upstream";

    /// <summary>
    /// The address below which the resources lie, <c>https://ll.thespacedevs.com/2.3.0/</c>. The word <c>embedded</c>, the
    /// default, makes the host start the stand-in and put its address here.
    /// </summary>
    public string BaseAddress { get; set; } = "embedded";

    /// <summary>Sent as <c>Authorization: Token …</c>; null, the default, calls anonymously.</summary>
    public string? ApiKey { get; set; }

    /// <summary>How long a call may take, its retry included. Default 30 seconds, 0.1 to 300.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long one attempt may take, connection and body included; not longer than <see cref="Timeout"/>. Default 10 seconds,
    /// 0.1 to 300.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a caller that has an older answer at hand waits for a newer one. Default 2 seconds, 0.05 to 60.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan SoftTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The pause before a failed attempt is made again, shortened or lengthened by up to half by lot. Default 0.2 seconds, 0 to 5.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:05")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(0.2);

    /// <summary>How many calls may be under way at once. Default 4, 1 to 64.</summary>
    [Range(1, 64)]
    public int MaxConcurrentCalls { get; set; } = 4;

    /// <summary>The largest body that is read, in bytes after decompression. Default 32 MiB, 1 KiB to 1 GiB.</summary>
    [Range(1024, 1 << 30)]
    public int MaxResponseBytes { get; set; } = 32 << 20;

    /// <summary>The most calls that one operation may plan for. Default 10, 1 to 1,000.</summary>
    [Range(1, 1000)]
    public int MaxCallsPerOperation { get; set; } = 10;

    internal Uri BaseUri => new(BaseAddress.EndsWith('/') ? BaseAddress : BaseAddress + "/", UriKind.Absolute);
}
