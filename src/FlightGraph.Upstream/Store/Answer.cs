using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Upstream.Store;

/// <summary>One answer of the upstream, out of which objects and perhaps a page are remembered. What is forgotten is forgotten by whole answers.</summary>
/// <param name="address">What it answered.</param>
/// <param name="readAt">When it was read.</param>
/// <param name="origin">Where it comes from.</param>
/// <param name="roots">The object, or the rows.</param>
/// <param name="memory">What it takes in memory, in bytes as estimated.</param>
public sealed class Answer(UpstreamAddress address, DateTimeOffset readAt, AnswerOrigin origin, IReadOnlyList<ResourceObject> roots, long memory)
{
    private long lastUse;

    public UpstreamAddress Address { get; } = address;

    public DateTimeOffset ReadAt { get; } = readAt;

    public AnswerOrigin Origin { get; } = origin;

    public IReadOnlyList<ResourceObject> Roots { get; } = roots;

    public long Memory { get; } = memory;

    /// <summary>How many objects and pages of it are remembered. Changes under the memory's lock.</summary>
    internal int Uses { get; set; }

    /// <summary>Its place in the order of use, as counted by <see cref="AnswerMemory"/>.</summary>
    internal long LastUse => Volatile.Read(ref lastUse);

    /// <summary>A lost race makes it look used a moment earlier, which does no harm.</summary>
    internal void MarkUsed(long now)
    {
        if (lastUse != now)
            Volatile.Write(ref lastUse, now);
    }
}
