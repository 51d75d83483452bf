using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Upstream.Planning;

/// <summary>What a field at the top of an operation will ask for.</summary>
/// <param name="Coordinate">Where it stands in the schema, <c>Query.launches</c>.</param>
/// <param name="Need">What is asked of each object.</param>
public sealed record RootStep(string Coordinate, Projection Need)
{
    /// <summary>The one object asked for by its id; null for other fields.</summary>
    public (Resource Resource, string Id)? Object { get; init; }

    /// <summary>How many calls the field makes by itself, unless the answer is remembered.</summary>
    public int Calls { get; init; } = 1;

    /// <summary>How the rows of a list will be written.</summary>
    public Variant? Variant { get; init; }

    /// <summary>How many objects it gives at most.</summary>
    public int Objects { get; init; } = 1;

    /// <summary>The objects, where they are remembered; null where a call must be made.</summary>
    public IReadOnlyList<ResourceObject>? Remembered { get; init; }
}
