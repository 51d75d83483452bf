using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;

namespace FlightGraph.Upstream.Requests;

/// <summary>A list of rows that name the object it is asked of.</summary>
/// <param name="Coordinate">Where it stands in the schema, <c>Agency.launches</c>.</param>
/// <param name="Resource">What is listed.</param>
/// <param name="TakesSeveralOwners">Whether one call can serve several objects.</param>
/// <param name="NamesOwner">Whether the rows tell whose they are, so that those of several can be read together.</param>
/// <param name="Size">How many rows are asked for.</param>
/// <param name="Rows">What is asked of them.</param>
/// <param name="QuestionOf">The first page that will be asked for, of an object at hand, and what its rows must have; null where that cannot be told.</param>
public sealed record ProjectedEdge(
    string Coordinate,
    Resource Resource,
    bool TakesSeveralOwners,
    bool NamesOwner,
    int Size,
    Projection Rows,
    Func<ResourceObject, (PageRequest Request, Projection Need)?> QuestionOf);
