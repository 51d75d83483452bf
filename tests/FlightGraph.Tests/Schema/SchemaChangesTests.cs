using FlightGraph.Tests.Support;

namespace FlightGraph.Tests.Schema;

/// <summary>What the program in <c>build/schema-changes</c> says of a change, and what it lets pass.</summary>
public sealed class SchemaChangesTests(SchemaChangesTests.Comparison comparison) : IClassFixture<SchemaChangesTests.Comparison>
{
    private const string Old = """
        type Query {
          launch(id: ID!): Launch
          launches(first: Int = 10, outcome: Outcome): [Launch!]!
        }

        "A launch."
        type Launch {
          id: ID!
          name: String
          "Liftoff."
          net: String
        }

        enum Outcome {
          SUCCESS
          FAILURE
        }
        """;

    [NodeFact]
    public Task Removed_Field_Breaks() => ExpectAsync(1, "BREAKING (1)\n  Launch.name was removed.", ("  name: String\n", ""));

    [NodeFact]
    public Task Changed_Type_Breaks() => ExpectAsync(1, "BREAKING (1)\n  Launch.name changed type from String to Int.", ("name: String", "name: Int"));

    [NodeFact]
    public Task Answer_That_Becomes_Nullable_Breaks() =>
        ExpectAsync(1, "BREAKING (1)\n  Query.launches changed type from [Launch!]! to [Launch]!.", ("[Launch!]!", "[Launch]!"));

    [NodeFact]
    public Task Answer_That_Can_No_Longer_Be_Null_Breaks() =>
        ExpectAsync(1, "BREAKING (1)\n  Launch.name became stricter, changed type from String to String!.", ("name: String", "name: String!"));

    [NodeFact]
    public Task Argument_That_Becomes_Required_Breaks() =>
        ExpectAsync(1, "BREAKING (1)\n  Query.launches arg outcome has changed type from Outcome to Outcome!.", ("outcome: Outcome", "outcome: Outcome!"));

    [NodeFact]
    public Task Argument_That_Becomes_Optional_Is_Safe() =>
        ExpectAsync(0, "SAFE (1)\n  Query.launch(id:) takes more, changed type from ID! to ID.", ("id: ID!)", "id: ID)"));

    [NodeFact]
    public Task Added_Nullable_Argument_Is_Dangerous() =>
        ExpectAsync(0, "DANGEROUS (1)\n  An optional arg slug on Query.launch was added.", ("launch(id: ID!)", "launch(id: ID!, slug: String)"));

    [NodeFact]
    public Task Added_Enum_Value_Is_Dangerous() => ExpectAsync(0, "DANGEROUS (1)\n  PARTIAL was added to enum type Outcome.", ("FAILURE", "FAILURE\n  PARTIAL"));

    [NodeFact]
    public Task New_Default_Is_Dangerous() =>
        ExpectAsync(0, "DANGEROUS (1)\n  Query.launches(outcome:) has changed defaultValue from none to \"SUCCESS\".", ("outcome: Outcome", "outcome: Outcome = SUCCESS"));

    [NodeFact]
    public Task Added_Type_And_Field_Are_Safe() =>
        ExpectAsync(0, "SAFE (2)\n  Launch.pad was added.\n  Pad was added.", ("  name: String\n", "  name: String\n  pad: Pad\n"), ("enum Outcome", "type Pad {\n  id: ID!\n}\n\nenum Outcome"));

    [NodeFact]
    public Task Deprecation_Is_Safe_And_Gives_Its_Reason() =>
        ExpectAsync(0, "SAFE (1)\n  Launch.name is deprecated: Use slug. Goes with 2.0.", ("name: String", "name: String @deprecated(reason: \"Use slug. Goes with 2.0.\")"));

    [NodeFact]
    public Task Changed_Descriptions_Are_Counted() =>
        ExpectAsync(0, "SAFE (1)\n  Descriptions changed: 2.", ("A launch.", "A launch of a rocket."), ("Liftoff.", "Liftoff in UTC."));

    [NodeFact]
    public Task Order_And_Layout_Mean_Nothing() =>
        ExpectAsync(0, "The schemas mean the same.", ("  SUCCESS\n  FAILURE\n", "  FAILURE SUCCESS\n"), ("first: Int = 10, outcome: Outcome", "outcome: Outcome\n    first: Int = 10"));

    [NodeFact]
    public async Task Breaking_Change_Passes_When_It_Is_Allowed()
    {
        var (exitCode, output) = await comparison.CompareAsync(Old, Old.Replace("  name: String\n", "", StringComparison.Ordinal), "--allow-breaking");

        Assert.Contains("Launch.name was removed.", output, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }

    [NodeFact]
    public async Task File_Without_Schema_Is_Neither_Safe_Nor_Breaking()
    {
        var (exitCode, output) = await comparison.CompareAsync(Old, "type Query {");

        Assert.Contains("new.graphql: Syntax Error", output, StringComparison.Ordinal);
        Assert.Equal(2, exitCode);
    }

    [NodeFact]
    public async Task Before_The_First_Release_There_Is_Nothing_To_Compare_With()
    {
        var checkout = await comparison.CheckoutAsync(Old, "# Changelog\n");

        Assert.Equal((0, "schema.graphql: no release yet (no tag v*), nothing to compare with.\n"), await checkout.SinceReleaseAsync());
    }

    [NodeFact]
    public async Task Highest_Version_Is_The_Last_Release()
    {
        var checkout = await comparison.CheckoutAsync(Old, "# Changelog\n", "v1.9.0");
        await checkout.CommitAsync(Old.Replace("FAILURE", "FAILURE\n  PARTIAL", StringComparison.Ordinal), "v1.10.0", "v1.10.0-rc.1");
        checkout.Write("schema.graphql", Old.Replace("FAILURE", "FAILURE\n  PARTIAL\n  UNKNOWN", StringComparison.Ordinal));

        Assert.Equal((0, "schema.graphql since v1.10.0:\nDANGEROUS (1)\n  UNKNOWN was added to enum type Outcome.\n"), await checkout.SinceReleaseAsync());
    }

    [NodeFact]
    public async Task Breaking_Change_Fails_When_The_Changelog_Does_Not_Announce_It()
    {
        Assert.Equal(1, await RemoveFieldAsync(""));
        Assert.Equal(1, await RemoveFieldAsync("## Unreleased\n\n- Less **Breaking** than one thinks.\n\n"));
    }

    [NodeFact]
    public async Task Breaking_Change_Passes_When_The_Changelog_Announces_It()
    {
        Assert.Equal(0, await RemoveFieldAsync("## Unreleased\n\n- **Breaking**: no name.\n\n"));
        // The commit that is about to become the release has the section renamed, and no tag yet.
        Assert.Equal(0, await RemoveFieldAsync("## 2.0.0 (2027-07-01)\n\n**Breaking**: no name.\n\n"));
    }

    /// <summary>The exit code when a field goes after 1.0.0, which broke something itself.</summary>
    /// <param name="changes">What stands in the changelog above 1.0.0.</param>
    private async Task<int> RemoveFieldAsync(string changes)
    {
        var checkout = await comparison.CheckoutAsync(Old, $"# Changelog\n\n{changes}## 1.0.0 (2026-12-01)\n\n- **Breaking**: an old one.\n", "v1.0.0");
        checkout.Write("schema.graphql", Old.Replace("  name: String\n", "", StringComparison.Ordinal));

        var (exitCode, output) = await checkout.SinceReleaseAsync();
        Assert.Contains("Launch.name was removed.", output, StringComparison.Ordinal);
        return exitCode;
    }

    private async Task ExpectAsync(int exitCode, string output, params (string Old, string New)[] changes)
    {
        var changed = changes.Aggregate(Old, (schema, change) =>
        {
            Assert.Contains(change.Old, schema, StringComparison.Ordinal);
            return schema.Replace(change.Old, change.New, StringComparison.Ordinal);
        });

        Assert.Equal((exitCode, output + "\n"), await comparison.CompareAsync(Old, changed));
    }

    /// <summary>The program, installed once for all tests here.</summary>
    public sealed class Comparison : IDisposable
    {
        private readonly NodePackage package = new("build/schema-changes");

        public Task<(int ExitCode, string Output)> CompareAsync(string oldSchema, string newSchema, params string[] flags)
        {
            File.WriteAllText(Path.Combine(package.Folder, "old.graphql"), oldSchema);
            File.WriteAllText(Path.Combine(package.Folder, "new.graphql"), newSchema);
            return package.RunAsync("node", ["schema-changes.mjs", "old.graphql", "new.graphql", .. flags]);
        }

        internal async Task<Checkout> CheckoutAsync(string schema, string changelog, params string[] tags)
        {
            await package.RunAsync("node", "--version");
            var root = Directory.CreateDirectory(Path.Combine(package.Folder, Guid.NewGuid().ToString("n")));
            Directory.CreateSymbolicLink(Path.Combine(root.CreateSubdirectory("build").FullName, "schema-changes"), package.Folder);
            var checkout = new Checkout(root.FullName);
            checkout.Write("CHANGELOG.md", changelog);
            await checkout.GitAsync("init", "--quiet");
            await checkout.CommitAsync(schema, tags);
            return checkout;
        }

        public void Dispose() => package.Dispose();
    }

    /// <summary>A repository with little more in it than a schema and a changelog.</summary>
    internal sealed class Checkout(string folder)
    {
        public void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);

        public async Task CommitAsync(string schema, params string[] tags)
        {
            Write("schema.graphql", schema);
            await GitAsync("add", "schema.graphql", "CHANGELOG.md");
            await GitAsync("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--quiet", "--message", "Change the schema");
            foreach (var tag in tags)
                await GitAsync("tag", tag);
        }

        public Task<(int ExitCode, string Output)> SinceReleaseAsync() => NodePackage.RunAsync(folder, Path.Combine(folder, "build/schema-changes/since-release"));

        public async Task GitAsync(params string[] arguments)
        {
            var (exitCode, output) = await NodePackage.RunAsync(folder, "git", arguments);
            Assert.True(exitCode == 0, output);
        }
    }
}
