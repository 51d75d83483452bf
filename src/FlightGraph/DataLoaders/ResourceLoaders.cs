using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Store;

namespace FlightGraph.DataLoaders;

/// <summary>The DataLoaders of one operation.</summary>
internal sealed class ResourceLoaders
{
    public ResourceLoaders(
        UpstreamContract contract,
        UpstreamClient upstream,
        FetchPlanner planner,
        CollectionSizes sizes,
        EntityStore objects,
        ListStore lists,
        DocumentStore documents,
        EntityClaims claims)
    {
        Objects = objects;
        Lists = lists;
        Sizes = sizes;
        ById = new ResourceByIdDataLoader(planner, objects, new FetchRunner(upstream, objects, claims, Cost), Cost);
        Pages = new ResourcePageDataLoader(upstream, lists, Cost);
        Singletons = new SingletonDataLoader(upstream, documents, Cost);
        Edges = new EdgeDataLoader(Pages, sizes, lists, Cost);
        Hydrator = new Hydrator(contract, ById);
        Gatherer = new Gatherer(Hydrator);
        WholeLists = new WholeListLoader(Pages);
    }

    public OperationCost Cost { get; } = new();

    public EntityStore Objects { get; }

    public ListStore Lists { get; }

    public CollectionSizes Sizes { get; }

    public ResourceByIdDataLoader ById { get; }

    public ResourcePageDataLoader Pages { get; }

    public SingletonDataLoader Singletons { get; }

    public EdgeDataLoader Edges { get; }

    public Hydrator Hydrator { get; }

    public Gatherer Gatherer { get; }

    public WholeListLoader WholeLists { get; }
}
