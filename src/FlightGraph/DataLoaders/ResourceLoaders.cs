using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;

namespace FlightGraph.DataLoaders;

/// <summary>The DataLoaders of one operation.</summary>
internal sealed class ResourceLoaders
{
    public ResourceLoaders(UpstreamContract contract, UpstreamClient upstream)
    {
        ById = new ResourceByIdDataLoader(upstream);
        Pages = new ResourcePageDataLoader(upstream);
        Singletons = new SingletonDataLoader(upstream);
        Edges = new EdgeDataLoader(Pages);
        Hydrator = new Hydrator(contract, ById);
        Gatherer = new Gatherer(Hydrator);
        WholeLists = new WholeListLoader(Pages);
    }

    public ResourceByIdDataLoader ById { get; }

    public ResourcePageDataLoader Pages { get; }

    public SingletonDataLoader Singletons { get; }

    public EdgeDataLoader Edges { get; }

    public Hydrator Hydrator { get; }

    public Gatherer Gatherer { get; }

    public WholeListLoader WholeLists { get; }
}
