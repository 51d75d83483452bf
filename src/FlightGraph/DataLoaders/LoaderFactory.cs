using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Store;
using FlightGraph.Upstream.Warming;

namespace FlightGraph.DataLoaders;

/// <summary>Makes the DataLoaders of one operation, a client's or our own.</summary>
internal sealed class LoaderFactory(
    UpstreamContract contract, UpstreamClient upstream, FetchPlanner planner, CollectionSizes sizes, EntityStore objects, ListStore lists,
    DocumentStore documents, AnswerMemory memory, EntityClaims claims, RefreshQueue refreshes, Popularity popularity, TimeProvider clock)
{
    public ResourceLoaders Create(CallTerms terms) =>
        new(contract, upstream, planner, sizes, objects, lists, documents, memory, claims, new OperationUse(terms, memory, refreshes, popularity, clock), clock);
}
