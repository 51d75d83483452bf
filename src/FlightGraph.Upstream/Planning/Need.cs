using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Upstream.Planning;

/// <summary>An object of which more is asked than is at hand.</summary>
/// <param name="Resource">Where it lives.</param>
/// <param name="Id">The upstream's id.</param>
/// <param name="Projection">What is asked of it.</param>
/// <param name="Stub">The thin copy at hand, with the document around it; null when only the id is known.</param>
public sealed record Need(Resource Resource, string Id, Projection Projection, ResourceObject? Stub);
