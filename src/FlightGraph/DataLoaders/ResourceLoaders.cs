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
        Hydrator = new Hydrator(contract, ById);
    }

    public ResourceByIdDataLoader ById { get; }

    public ResourcePageDataLoader Pages { get; }

    public Hydrator Hydrator { get; }
}
