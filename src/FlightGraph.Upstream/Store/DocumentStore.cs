using System.Collections.Concurrent;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream.Store;

/// <summary>Documents that there is but one of, by their depth.</summary>
public sealed class DocumentStore(IOptions<StoreOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string Path, string? Mode), Remembered<ResourceObject>> documents = new();

    public void Remember(Singleton document, ResourceMode mode, ResourceObject value) =>
        documents[(document.Path, mode.Name)] = new Remembered<ResourceObject>(value, clock.GetUtcNow());

    /// <summary>The document while it is fresh. What tells of the calls themselves never is, and costs none.</summary>
    public ResourceObject? Find(Singleton document, ResourceMode mode) =>
        document.Path != "api-throttle" && documents.TryGetValue((document.Path, mode.Name), out var known) && known.ReadAt > clock.GetUtcNow() - options.Value.FreshFor
            ? known.Value
            : null;
}
