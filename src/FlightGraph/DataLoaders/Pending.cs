namespace FlightGraph.DataLoaders;

/// <summary>
/// A result that is still to come. <see cref="GetAsync"/> sends the batch that brings it, so it is called when nothing
/// more can be added to that batch.
/// </summary>
internal sealed class Pending<T>(Func<CancellationToken, Task<T>> get)
{
    public Task<T> GetAsync(CancellationToken cancellationToken) => get(cancellationToken);
}
