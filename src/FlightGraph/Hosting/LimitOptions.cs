using System.ComponentModel.DataAnnotations;

namespace FlightGraph.Hosting;

/// <summary>How much a request may ask for. Configuration section <c>Limits</c>.</summary>
public sealed class LimitOptions
{
    public const string SectionName = "Limits";

    /// <summary>The largest request body, in bytes. Default 128 KiB, 1 KiB to 16 MiB.</summary>
    [Range(1 << 10, 16 << 20)]
    public int MaxBodyBytes { get; set; } = 128 << 10;

    /// <summary>How many fields and fragments an operation may select, fragments spread out. Default 3,000, 10 to 100,000.</summary>
    [Range(10, 100_000)]
    public int MaxFields { get; set; } = 3_000;

    /// <summary>How many fragments a document may define. Default 100, 0 to 1,000.</summary>
    [Range(0, 1_000)]
    public int MaxFragments { get; set; } = 100;

    /// <summary>How many levels of fields and fragments an operation may nest. Default 40, 5 to 60.</summary>
    [Range(5, 60)]
    public int MaxDepth { get; set; } = 40;

    /// <summary>How much memory the parsed documents that are kept may stand for, in bytes of their text. Default 4 MiB, 0 to 256 MiB.</summary>
    [Range(0, 256 << 20)]
    public int RememberedDocumentBytes { get; set; } = 4 << 20;
}
