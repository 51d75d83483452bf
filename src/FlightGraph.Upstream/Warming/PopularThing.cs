using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Upstream.Warming;

/// <summary>Something that clients ask for.</summary>
/// <param name="Need">An object and what was asked of it last; null for a page.</param>
/// <param name="Page">A page; null for an object.</param>
/// <param name="Uses">How often it was used, each use counting half as much after each half-life.</param>
/// <param name="CountedAt">The moment that the count is true of.</param>
internal sealed record PopularThing(Need? Need, PageRequest? Page, double Uses, DateTimeOffset CountedAt);
