using FlightGraph.Upstream.Contract;

namespace FlightGraph.DataLoaders;

/// <summary>An object of the upstream: where it lives and its id there.</summary>
internal readonly record struct ResourceKey(Resource Resource, string Id)
{
    public override string ToString() => $"{Resource.Entity.Name}:{Id}";
}
