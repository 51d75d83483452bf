using FlightGraph.DataLoaders;

namespace FlightGraph.Tests.DataLoaders;

public sealed class DataLoaderTests
{
    private readonly List<IReadOnlyList<int>> batches = [];

    [Fact]
    public async Task Keys_Loaded_Before_Dispatch_Make_One_Batch()
    {
        var loader = Loader(key => $"#{key}");

        var results = new[] { loader.LoadAsync(1), loader.LoadAsync(2), loader.LoadAsync(1) };
        loader.Dispatch(default);

        Assert.Equal(["#1", "#2", "#1"], await Task.WhenAll(results));
        Assert.Equal([1, 2], Assert.Single(batches));
    }

    [Fact]
    public async Task Same_Key_Is_Fetched_Once()
    {
        var loader = Loader(key => $"#{key}");
        var first = loader.LoadAsync(1);
        loader.Dispatch(default);
        await first;

        var second = loader.LoadAsync(1);
        loader.Dispatch(default);

        Assert.Equal("#1", await second);
        Assert.Single(batches);
    }

    [Fact]
    public async Task Key_Left_Out_Of_The_Answer_Fails_Alone()
    {
        var loader = new DataLoader<int, string>((keys, _) => Task.FromResult<IReadOnlyDictionary<int, string>>(
            keys.Where(key => key != 2).ToDictionary(key => key, key => $"#{key}")));

        var one = loader.LoadAsync(1);
        var two = loader.LoadAsync(2);
        loader.Dispatch(default);

        Assert.Equal("#1", await one);
        Assert.Contains("'2'", (await Assert.ThrowsAsync<InvalidOperationException>(() => two)).Message);
    }

    [Fact]
    public async Task Failed_Batch_Fails_Its_Keys_And_No_Others()
    {
        var loader = Loader(key => key == 1 ? throw new FormatException("broken") : $"#{key}");

        var one = loader.LoadAsync(1);
        loader.Dispatch(default);
        var two = loader.LoadAsync(2);
        loader.Dispatch(default);

        await Assert.ThrowsAsync<FormatException>(() => one);
        Assert.Equal("#2", await two);
    }

    [Fact]
    public async Task Cancelled_Batch_Cancels_Its_Keys()
    {
        var loader = new DataLoader<int, string>(async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new Dictionary<int, string>();
        });
        using var cancellation = new CancellationTokenSource();

        var one = loader.LoadAsync(1);
        loader.Dispatch(cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
    }

    private DataLoader<int, string> Loader(Func<int, string> load) => new((keys, _) =>
    {
        batches.Add(keys);
        return Task.FromResult<IReadOnlyDictionary<int, string>>(keys.ToDictionary(key => key, load));
    });
}
