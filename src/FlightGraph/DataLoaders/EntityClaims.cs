using System.Collections.Concurrent;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Documents;

namespace FlightGraph.DataLoaders;

/// <summary>
/// Lets operations share objects that are being fetched by a list of ids: two lists are two calls even where they name the same
/// object, so who comes second waits for the object and leaves it out of its own list.
/// </summary>
internal sealed class EntityClaims
{
    private readonly ConcurrentDictionary<ResourceKey, TaskCompletionSource<UpstreamResult<ResourceObject>>> claims = new();

    /// <summary>The claim is the caller's, to be settled by <see cref="Settle"/>; or somebody else's, whose result is given.</summary>
    public Task<UpstreamResult<ResourceObject>>? Claim(ResourceKey key)
    {
        var mine = new TaskCompletionSource<UpstreamResult<ResourceObject>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var claim = claims.GetOrAdd(key, mine);
        return ReferenceEquals(claim, mine) ? null : claim.Task;
    }

    public void Settle(ResourceKey key, UpstreamResult<ResourceObject> result)
    {
        if (claims.TryRemove(key, out var claim))
            claim.SetResult(result);
    }
}
