using FlightGraph.DataLoaders;
using GraphQL;
using GraphQL.DataLoader;

namespace FlightGraph.Schema.Engine;

/// <summary>
/// Hands a pending result to the engine, which asks for it when all resolvers of the level have run: by then every key is
/// in its batch. What it becomes may be pending again; then it waits for the next level with all others.
/// </summary>
internal sealed class PendingResult<T>(IResolveFieldContext context, Pending<T> pending, Func<T, object?> convert) : IDataLoaderResult
{
    private readonly OperationGate gate = OperationContext.Of(context).Gate;

    public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default)
    {
        gate.Pass();
        return convert(await pending.GetAsync(cancellationToken));
    }
}
