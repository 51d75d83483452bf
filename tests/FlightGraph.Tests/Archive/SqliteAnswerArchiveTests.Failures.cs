using System.Globalization;
using FlightGraph.Tests.Support;
using FlightGraph.Upstream.Archive;
using Microsoft.Data.Sqlite;
using static FlightGraph.Tests.Archive.OpenedArchive;

namespace FlightGraph.Tests.Archive;

/// <summary>The unlucky path: files that are damaged or not ours, and folders that take nothing.</summary>
public sealed partial class SqliteAnswerArchiveTests
{
    [Fact]
    public async Task Gateway_Starts_And_Answers_Beside_A_Damaged_File()
    {
        File.WriteAllText(folder.File(SqliteAnswerArchive.FileName), new string('.', 5000));

        await using var gateway = await Gateway.StartAsync(null, $"--Cache:Path={folder.Path}");

        Assert.Equal("P4DT23H7M2S", (await gateway.QueryAsync("{ spacecraftFlight(id: 358) { duration } }")).At("spacecraftFlight.duration").GetString());
        Assert.True(File.Exists(folder.File("answers.db.damaged")));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("truncated")]
    [InlineData("overwritten")]
    public async Task Damaged_File_Is_Put_Aside(string damage)
    {
        await using (var before = await OnDiskAsync(folder.Path))
            await before.SaveAsync([.. Enumerable.Range(0, 500).Select(i => Answer($"pads/{i}/", i, $"{{\"id\": {i}, \"name\": \"{Guid.NewGuid()}\"}}"))]);
        Damage(damage);
        File.WriteAllText(folder.File("answers.db.damaged"), "an older one");

        await using (var opened = await OnDiskAsync(folder.Path))
        {
            // Nothing of this throws, whenever the damage shows.
            Assert.InRange((await opened.ReadAllAsync()).Count, 0, 499);
            await opened.SaveAsync(Answer("pads/new/", 1000, "new"));
            await opened.SaveAsync(Answer("pads/newer/", 1001, "newer"));

            Assert.Equal("new", await opened.BodyOfAsync("pads/new/"));
            Assert.Contains("answers.db is damaged", Assert.Single(opened.Log), StringComparison.Ordinal);
            Assert.True(new FileInfo(folder.File("answers.db.damaged")).Length > 100);
        }

        await using var after = await OnDiskAsync(folder.Path);
        Assert.Equal(["pads/new/", "pads/newer/"], (await after.ReadAllAsync()).Select(answer => answer.Key));
    }

    [Fact]
    public async Task Damaged_Body_Is_No_Answer()
    {
        await using (var before = await OnDiskAsync(folder.Path))
            await before.SaveAsync(Answer("pads/1/", 1, "one"), Answer("pads/2/", 2, "two"));
        Sql("UPDATE answers SET body = x'0102030405060708' WHERE key = 'pads/1/'");

        await using var after = await OnDiskAsync(folder.Path);

        Assert.Equal("pads/2/", Assert.Single(await after.ReadAllAsync()).Key);
        Assert.Null(await after.FindAsync("pads/1/"));
    }

    [Theory]
    [InlineData("UPDATE meta SET value = '2'")]
    [InlineData("DROP TABLE meta")]
    public async Task File_Of_Another_Release_Is_Left_Alone(string change)
    {
        await using (var before = await OnDiskAsync(folder.Path))
            await before.SaveAsync(Answer("pads/1/", 1, "one"));
        Sql(change);
        var bytes = File.ReadAllBytes(folder.File(SqliteAnswerArchive.FileName));

        await using (var opened = await OnDiskAsync(folder.Path))
        {
            await opened.SaveAsync(Answer("pads/2/", 2, "two"));
            Assert.Empty(await opened.ReadAllAsync());
            Assert.False(opened.Archive.IsOpen);
            Assert.Contains("left alone", Assert.Single(opened.Log), StringComparison.Ordinal);
        }

        Assert.Equal(bytes, File.ReadAllBytes(folder.File(SqliteAnswerArchive.FileName)));
    }

    [Fact]
    public async Task Read_Only_Folder_Is_Told_Once()
    {
        // Root may write wherever there is a folder, but nobody below a file.
        File.WriteAllText(folder.File("file"), "");

        await using var opened = await OnDiskAsync(folder.File("file/below"));
        for (var i = 0; i < 10; i++)
            await opened.SaveAsync(Answer($"pads/{i}/", i));

        Assert.Null(await opened.FindAsync("pads/1/"));
        Assert.Empty(await opened.ReadAllAsync());
        Assert.Equal(ArchiveState.Off, opened.Archive.Status.Single().State);
        Assert.Contains("not kept", Assert.Single(opened.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failing_Write_Is_Told_Once_And_Made_Good_Later()
    {
        await using var opened = await OnDiskAsync(folder.Path);
        Sql("CREATE TRIGGER full BEFORE INSERT ON answers BEGIN SELECT raise(ABORT, 'disk full'); END");
        for (var i = 0; i < 10; i++)
            await opened.SaveAsync(Answer($"pads/{i}/", i));
        Assert.Equal(ArchiveState.Failing, opened.Archive.Status.Single().State);
        Assert.Contains("disk full", Assert.Single(opened.Log), StringComparison.Ordinal);

        Sql("DROP TRIGGER full");
        await opened.SaveAsync(Answer("pads/10/", 10));

        Assert.Equal(11, (await opened.ReadAllAsync()).Count);
        Assert.Equal(ArchiveState.Working, opened.Archive.Status.Single().State);
        Assert.Equal(2, opened.Log.Count);
    }

    private void Damage(string damage)
    {
        using var file = File.Open(folder.File(SqliteAnswerArchive.FileName), FileMode.Open);
        switch (damage)
        {
            case "garbage":
                file.SetLength(0);
                file.Write(RandomBytes(new Random(4), 10_000));
                break;
            case "truncated":
                file.SetLength(file.Length / 2);
                break;
            default:
                // Past the first page all is rubbish.
                file.Position = 4096;
                file.Write(RandomBytes(new Random(4), (int)file.Length - 4096));
                break;
        }
    }

    private void Sql(string text)
    {
        using var connection = new SqliteConnection(string.Create(CultureInfo.InvariantCulture, $"Data Source={folder.File(SqliteAnswerArchive.FileName)};Pooling=False"));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
