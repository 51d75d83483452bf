using System.Text.Json;

namespace FlightGraph.Tests.Planning;

/// <summary>Operations made at random out of what introspection shows, as far as the brute force executor can take them.</summary>
internal sealed class RandomOperations
{
    public const string Introspection = """
        { __schema { types { name kind possibleTypes { name } enumValues { name }
          fields { name args { name } type { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }
        """;

    private const int MaxDepth = 5;
    private const int MaxLeaves = 15;

    /// <summary>What the executor knows nothing of.</summary>
    private static readonly string[] Left = ["apiThrottle", "upstream", "pageInfo", "cursor", "lengthOfDay"];

    private readonly Random random;
    private readonly Func<string, IReadOnlyList<string>> idsOf;
    private readonly Dictionary<string, IReadOnlyList<SchemaField>> fields = [];
    private readonly Dictionary<string, IReadOnlyList<string>> members = [];
    private readonly Dictionary<string, IReadOnlyList<string>> words = [];
    private int leaves;
    private int aliases;

    /// <param name="schema">The answer to <see cref="Introspection"/>.</param>
    /// <param name="idsOf">The ids that there are of a type.</param>
    /// <param name="random">Decides everything.</param>
    public RandomOperations(JsonElement schema, Func<string, IReadOnlyList<string>> idsOf, Random random)
    {
        this.idsOf = idsOf;
        this.random = random;
        foreach (var type in schema.GetProperty("__schema").GetProperty("types").EnumerateArray())
        {
            var name = type.GetProperty("name").GetString()!;
            if (name.StartsWith("__", StringComparison.Ordinal))
                continue;
            fields[name] = [.. Items(type, "fields").Select(Field).Where(field => IsKnown(name, field))];
            members[name] = [.. Items(type, "possibleTypes").Select(Name)];
            words[name] = [.. Items(type, "enumValues").Select(Name)];
        }
    }

    public string Next()
    {
        (leaves, aliases) = (MaxLeaves, 0);
        List<string> roots = [];
        for (var count = random.Next(10) < 7 ? 1 : 2; count > 0; count--)
            roots.Add(Root(Pick(fields["Query"])));
        return $"{{ {string.Join(' ', roots)} }}";
    }

    private static IEnumerable<JsonElement> Items(JsonElement type, string list) =>
        type.GetProperty(list) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];

    private static string Name(JsonElement element) => element.GetProperty("name").GetString()!;

    private static SchemaField Field(JsonElement field)
    {
        var type = field.GetProperty("type");
        while (type.GetProperty("kind").GetString() is "LIST" or "NON_NULL")
            type = type.GetProperty("ofType");
        return new SchemaField(Name(field), Name(type), type.GetProperty("kind").GetString()!, [.. Items(field, "args").Select(Name)]);
    }

    private static bool IsKnown(string type, SchemaField field)
    {
        if (Left.Contains(field.Name))
            return false;
        var entity = UpstreamFacts.EntityOf(type);
        return field.Name is "id" or "launchLibraryId" or "currentlyDocked" || !UpstreamFacts.IsEntity(entity)
            || (UpstreamFacts.Edge(entity, field.Name) ?? UpstreamFacts.Gather(entity, field.Name) ?? (object?)UpstreamFacts.Field(entity, field.Name)) is not null;
    }

    private string Root(SchemaField field)
    {
        if (field.Name is "node" or "nodes")
        {
            var types = Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Pick(members[field.Type].Where(member => idsOf(member).Count > 0).ToList())).Distinct().ToList();
            var nodes = Enumerable.Range(0, 1 + random.Next(5)).Select(_ => NodeId(Pick(types))).ToList();
            var fragments = string.Join(' ', types.Select(type => $"... on {type} {Own(type, MaxDepth)}"));
            return $"{Alias()}{(field.Name == "node" ? $"node(id: {nodes[0]})" : $"nodes(ids: [{string.Join(", ", nodes)}])")} {{ {fragments} }}";
        }

        if (field.Arguments.Contains("id"))
            return $"{Alias()}{field.Name}(id: {NodeId(field.Type)}) {Selection(field.Type, MaxDepth)}";
        return Whole(field, MaxDepth + 1);
    }

    private string NodeId(string type) => $"\"{type}:{Pick(idsOf(type))}\"";

    /// <summary>A field that may stand beside others of the same name, with all below it.</summary>
    private string Whole(SchemaField field, int depth) => field.Type.EndsWith("Connection", StringComparison.Ordinal)
        ? $"{Alias()}{field.Name}({Arguments(field)}) {Connection(field.Type, depth - 1)}"
        : $"{Alias()}{field.Name}{(field.IsLeaf ? "" : " " + Selection(field.Type, depth - 1))}";

    private string Arguments(SchemaField field)
    {
        var target = field.Type[..^"Connection".Length];
        var orderings = UpstreamFacts.ResourceOf(UpstreamFacts.EntityOf(target))!.Orderings;
        // Which of two equal rows comes last is told by nothing but the id.
        List<string> arguments = [orderings.Contains("id") && random.Next(4) == 0 ? $"last: {1 + random.Next(4)}" : $"first: {1 + random.Next(6)}"];
        // The executor writes only orders by a field of the row itself as the upstream does.
        var orders = (words.GetValueOrDefault($"{target}OrderField") ?? []).Where(order => orderings.Contains(order.ToLowerInvariant())).ToList();
        if (orders.Count > 0 && random.Next(4) == 0)
            arguments.Add($"orderBy: [{{field: {Pick(orders)}, direction: {(random.Next(2) == 0 ? "ASC" : "DESC")}}}]");
        if (target is "Launch" or "Astronaut" && random.Next(6) == 0)
            arguments.Add($"filter: {{{(target == "Launch" ? "isCrewed" : "inSpace")}: {(random.Next(2) == 0 ? "true" : "false")}}}");
        if (field.Arguments.Contains("search") && random.Next(8) == 0)
            arguments.Add($"search: \"{Pick(["a", "space", "falcon", "soyuz", "station"])}\"");
        return string.Join(", ", arguments);
    }

    private string Connection(string type, int depth)
    {
        var node = type[..^"Connection".Length];
        List<string> parts = [];
        if (random.Next(4) == 0)
            parts.Add("totalCount");
        if (random.Next(6) > 0 || parts.Count == 0)
            parts.Add($"nodes {Selection(node, depth)}");
        if (random.Next(6) == 0)
            parts.Add($"edges {{ node {Selection(node, depth)} }}");
        return $"{{ {string.Join(' ', parts)} }}";
    }

    private string Selection(string type, int depth)
    {
        List<string> parts = [];
        foreach (var member in members[type].Where(_ => random.Next(members[type].Count > 4 ? 8 : 2) == 0))
            parts.Add($"... on {member} {Own(member, depth)}");
        var own = Fields(type, depth).ToList();
        if (own.Count > 0 && random.Next(8) == 0 && members.Where(pair => pair.Value.Contains(type)).Select(pair => pair.Key).ToList() is { Count: > 0 } wider && Pick(wider) is var on && fields[on].Count > 0)
            parts.Add($"... on {on} {Own(on, 1)}");
        parts.AddRange(own);
        if (parts.Count == 0 || random.Next(10) == 0)
            parts.Add("__typename");
        return $"{{ {string.Join(' ', parts)} }}";
    }

    private string Own(string type, int depth) => $"{{ {string.Join(' ', Fields(type, depth).DefaultIfEmpty("__typename"))} }}";

    private IEnumerable<string> Fields(string type, int depth)
    {
        var (ends, others) = (fields[type].Where(field => field.IsLeaf).ToList(), fields[type].Where(field => !field.IsLeaf).ToList());
        for (var count = 1 + random.Next(3); count > 0 && leaves > 0 && fields[type].Count > 0; count--)
        {
            var goesOn = depth > 0 && others.Count > 0 && (ends.Count == 0 || random.Next(2) == 0);
            if (!goesOn && ends.Count == 0)
                yield break;
            if (!goesOn)
                leaves--;
            yield return Whole(Pick(goesOn ? others : ends), depth);
        }
    }

    private string Alias() => $"a{aliases++}: ";

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
