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
        AnswerMemory memory,
        EntityClaims claims,
        OperationUse use,
        TimeProvider clock)
    {
        Use = use;
        Objects = objects;
        Lists = lists;
        Sizes = sizes;
        ById = new ResourceByIdDataLoader(planner, objects, new FetchRunner(upstream, objects, memory, claims, use), use);
        Pages = new ResourcePageDataLoader(upstream, lists, use);
        Singletons = new SingletonDataLoader(upstream, documents, use);
        Edges = new EdgeDataLoader(Pages, sizes, lists, memory, use, clock);
        Hydrator = new Hydrator(contract, ById);
        Gatherer = new Gatherer(Hydrator);
        WholeLists = new WholeListLoader(Pages);
    }

    public OperationUse Use { get; }

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
