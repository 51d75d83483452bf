using FlightGraph.Upstream.Archive;
using static FlightGraph.Tests.Archive.OpenedArchive;

namespace FlightGraph.Tests.Archive;

/// <summary>What was answered outlives the process, in a file that is bounded.</summary>
public sealed partial class SqliteAnswerArchiveTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Answers_Outlive_The_Process()
    {
        await using (var before = await OnDiskAsync(folder.Path))
        {
            // Nobody flushes: closing does.
            before.Archive.Save(Answer("launches/?limit=10&mode=list", 1, """{"count": 0, "results": []}"""));
            before.Archive.Save(Answer("agencies/0/", 2, null));
        }

        await using var after = await OnDiskAsync(folder.Path);

        var answers = await after.ReadAllAsync();
        Assert.Equal(["launches/?limit=10&mode=list", "agencies/0/"], answers.Select(answer => answer.Key));
        Assert.Equal(Noon.AddSeconds(1), answers[0].ReadAt);
        Assert.Null(answers[1].Body);
        Assert.Equal("""{"count": 0, "results": []}""", await after.BodyOfAsync("launches/?limit=10&mode=list"));
        Assert.NotNull(await after.FindAsync("agencies/0/"));
        Assert.Null(await after.FindAsync("agencies/1/"));
        Assert.Empty(after.Log);
    }

    [Fact]
    public async Task Answers_Outlive_A_Crash()
    {
        using var crashed = new TemporaryFolder();
        await using (var before = await OnDiskAsync(folder.Path))
        {
            await before.SaveAsync(Answer("pads/1/", 1, "one"));
            // What is on disk while nobody has closed anything.
            foreach (var file in Directory.EnumerateFiles(folder.Path).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
                File.Copy(file, crashed.File(Path.GetFileName(file)));
        }

        await using var after = await OnDiskAsync(crashed.Path);

        Assert.Equal("one", await after.BodyOfAsync("pads/1/"));
        Assert.Empty(after.Log);
    }

    [Fact]
    public async Task Everything_Is_Read_Back_Oldest_First_And_The_Newest_That_Fits()
    {
        await using var opened = await OnDiskAsync(folder.Path);
        await opened.SaveAsync([.. Enumerable.Range(0, 100).Reverse().Select(i => Answer($"pads/{i}/", i, new string('a', 1000)))]);

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"pads/{i}/"), (await opened.ReadAllAsync()).Select(answer => answer.Key));
        Assert.Equal(["pads/97/", "pads/98/", "pads/99/"], (await opened.ReadAllAsync(3999)).Select(answer => answer.Key));
    }

    [Fact]
    public async Task Older_Answer_Never_Replaces_A_Newer()
    {
        await using var opened = await OnDiskAsync(folder.Path);
        await opened.SaveAsync(Answer("pads/1/", 5, "new"));
        await opened.SaveAsync(Answer("pads/1/", 4, "old"));
        Assert.Equal("new", await opened.BodyOfAsync("pads/1/"));

        // Neither while both still wait.
        await opened.SaveAsync(Answer("pads/1/", 7, "newest"), Answer("pads/1/", 6, "older"));
        Assert.Equal("newest", await opened.BodyOfAsync("pads/1/"));
    }

    [Fact]
    public async Task Saved_Answer_Is_Found_At_Once_And_A_Removed_One_Is_Not()
    {
        await using var opened = await OnDiskAsync(folder.Path);
        opened.Archive.Save(Answer("pads/1/", 1, "one"));
        Assert.Equal("one", await opened.BodyOfAsync("pads/1/"));

        await opened.Archive.FlushAsync();
        opened.Archive.Remove("pads/1/");
        Assert.Null(await opened.FindAsync("pads/1/"));
        await opened.Archive.FlushAsync();

        Assert.Empty(await opened.ReadAllAsync());
    }

    [Theory]
    [InlineData("api-throttle/")]
    [InlineData("api-throttle")]
    [InlineData("API-Throttle/?format=json")]
    [InlineData("api%2Dthrottle/")]
    [InlineData("/api-throttle/")]
    [InlineData("https://ll.thespacedevs.com/2.3.0/api-throttle/")]
    public async Task Throttle_Document_Is_Never_Kept(string key)
    {
        await using var opened = await OnDiskAsync(folder.Path);

        await opened.SaveAsync(Answer(key, 1, """{"ident": "secret"}"""));

        Assert.Empty(await opened.ReadAllAsync());
        Assert.Null(await opened.FindAsync(key));
    }

    [Fact]
    public async Task Disk_Stays_Within_Its_Bound()
    {
        const int bound = 1 << 20;
        var random = new Random(4);
        await using (var opened = await OnDiskAsync(folder.Path, bound))
        {
            for (var i = 0; i < 400; i++)
            {
                // Three megabytes in all, once compressed.
                opened.Archive.Save(Answer($"pads/{i}/", i, Convert.ToHexString(RandomBytes(random, 7_500))));
                if (i % 40 == 39)
                    await opened.Archive.FlushAsync();
            }

            // The log beside the file has its own bound.
            Assert.InRange(new FileInfo(folder.File(SqliteAnswerArchive.FileName)).Length, bound / 2, bound);
            Assert.InRange(FileSizes(), bound / 2, bound + (5 << 20));
            Assert.Equal(ArchiveState.Working, opened.Archive.Status.Single().State);
            Assert.InRange(opened.Archive.Status.Single().Bytes, bound / 2, bound);
            var kept = await opened.ReadAllAsync();
            Assert.Equal("pads/399/", kept[^1].Key);
            Assert.Equal(opened.Archive.Status.Single().Answers, kept.Count);
            // The newest without a gap: the oldest went first.
            Assert.Equal(kept.Count - 1, (kept[^1].ReadAt - kept[0].ReadAt).TotalSeconds);
        }

        Assert.InRange(FileSizes(), bound / 2, bound);
    }

    [Fact]
    public async Task File_Shrinks_When_Its_Bound_Does()
    {
        var random = new Random(4);
        await using (var wide = await OnDiskAsync(folder.Path, 16 << 20))
            await wide.SaveAsync([.. Enumerable.Range(0, 100).Select(i => Answer($"pads/{i}/", i, Convert.ToHexString(RandomBytes(random, 30_000))))]);
        Assert.InRange(FileSizes(), 2 << 20, 16 << 20);

        await using (var narrow = await OnDiskAsync(folder.Path, 1 << 20))
            await narrow.SaveAsync(Answer("pads/100/", 100));

        Assert.InRange(FileSizes(), 1 << 19, 1 << 20);
    }

    [Fact]
    public async Task Two_Gateways_Share_A_Folder()
    {
        await using var one = await OnDiskAsync(folder.Path);
        await using var other = await OnDiskAsync(folder.Path);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() =>
            (i % 2 == 0 ? one : other).SaveAsync([.. Enumerable.Range(0, 20).Select(j => Answer($"pads/{(i * 20) + j}/", j))]))));

        Assert.Equal(400, (await one.ReadAllAsync()).Count);
        Assert.Equal(400, (await other.ReadAllAsync()).Count);
        Assert.Empty(one.Log.Concat(other.Log));
    }

    [Fact]
    public async Task Answer_Of_Another_Upstream_Is_Foreign_Until_Asked_For_Again()
    {
        await using (var before = await OnDiskAsync(folder.Path, origin: "there"))
            await before.SaveAsync(Answer("pads/1/", 1), Answer("pads/2/", 2));

        await using var after = await OnDiskAsync(folder.Path, origin: "here");
        Assert.All(await after.ReadAllAsync(), answer => Assert.True(answer.IsForeign));
        Assert.True((await after.FindAsync("pads/1/"))!.IsForeign);

        await after.SaveAsync(Answer("pads/1/", 3));
        // It does not become one's own by being saved again.
        await after.SaveAsync((await after.FindAsync("pads/2/"))! with { ReadAt = Noon.AddSeconds(4) });

        Assert.Equal([("pads/2/", true), ("pads/1/", false)], (await after.ReadAllAsync()).Select(answer => (answer.Key, answer.IsForeign)));
    }

    [Fact]
    public async Task Empty_Path_Keeps_Nothing()
    {
        await using var opened = await OnDiskAsync("");
        await opened.SaveAsync(Answer("pads/1/", 1));

        Assert.Empty(opened.Archive.Status);
        Assert.Empty(await opened.ReadAllAsync());
        Assert.Null(await opened.FindAsync("pads/1/"));
    }

    private long FileSizes() => new DirectoryInfo(folder.Path).EnumerateFiles().Sum(file => file.Length);

    private static byte[] RandomBytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
