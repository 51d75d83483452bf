using FlightGraph.DataLoaders;
using GraphQL.DataLoader;

namespace FlightGraph.Schema.Engine;

/// <summary>
/// Hands a pending result to the engine, which asks for it when all resolvers of the level have run: by then every key is
/// in its batch.
/// </summary>
internal sealed class PendingResult<T>(Pending<T> pending, Func<T, object?> convert) : IDataLoaderResult
{
    public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default) =>
        convert(await pending.GetAsync(cancellationToken));
}
