namespace FlightGraph.Upstream.Contract;

/// <summary>A document of the upstream that there is but one of.</summary>
/// <param name="Path">The path below the base address, without slashes at the ends.</param>
/// <param name="Modes">The depths it comes in, thinnest first.</param>
public sealed record Singleton(string Path, IReadOnlyList<ResourceMode> Modes)
{
    public Entity Entity => Modes[0].Variant.Entity;

    /// <summary>Whether asking for it counts as no call: what tells of the calls themselves.</summary>
    public bool IsFree => Path == "api-throttle";
}
