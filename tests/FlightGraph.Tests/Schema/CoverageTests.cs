using System.Text.Json;
using FlightGraph.Hosting;
using FlightGraph.Schema;
using FlightGraph.Tests.Support;
using FlightGraph.Upstream.Contract;
using GraphQLParser;
using GraphQLParser.AST;
using Xunit.Abstractions;
using YamlDotNet.RepresentationModel;

namespace FlightGraph.Tests.Schema;

/// <summary>That whatever Launch Library 2 can answer, by its own description, is in the schema as clients see it.</summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    private const string Version = "/2.3.0/";

    /// <summary>What stays out, and why.</summary>
    private static readonly Dictionary<string, string> LeftOut = new()
    {
        ["APIThrottle.ident"] = "The gateway's own address or key at LL2, which is nobody else's business.",
    };

    /// <summary>Properties that frame rows and are none of their own.</summary>
    private static readonly HashSet<string> Envelope = ["count", "next", "previous", "results"];

    private static readonly UpstreamContract Contract = UpstreamContract.Load("2.3.0");
    private static readonly SchemaCatalogue Catalogue = new(Contract, SchemaServiceCollectionExtensions.Topics);

    private readonly Dictionary<string, Dictionary<string, GraphQLFieldDefinition>> printed = Parser.Parse(GatewayApp.PrintSchema()).Definitions
        .OfType<GraphQLObjectTypeDefinition>()
        .ToDictionary(type => type.Name.StringValue, type => type.Fields!.ToDictionary(field => field.Name.StringValue));

    [Fact]
    public void Every_Property_That_The_Upstream_Can_Answer_Is_A_Field()
    {
        if (!SharedFacts.TryFind("openapi.yml", output, out var path))
            return;
        var document = Load(path);
        var entities = EntitiesBySchema();
        var properties = Answered(document).SelectMany(schema => Properties(document, schema).Select(property => (schema, property.Name, property.Type))).ToList();

        List<string> missing = [];
        HashSet<string> needless = [.. LeftOut.Keys];
        var total = 0;
        foreach (var (schema, name, type) in properties)
        {
            var entity = entities.GetValueOrDefault(schema) ?? $"({schema})";
            if (IsAboutRest(entity, name) || LeftOut.ContainsKey($"{entity}.{name}"))
            {
                needless.Remove($"{entity}.{name}");
                continue;
            }

            total++;
            if (Lack(document, entities, entity, name, type) is { } lack)
                missing.Add(lack);
        }

        output.WriteLine($"{total - missing.Count}/{total}");
        Assert.True(total > 1200, $"Only {total} properties were found: the description is not read as it is written.");
        Assert.Empty(missing.Distinct());
        Assert.Empty(needless);
    }

    [Fact]
    public void Every_Collection_And_Document_Has_A_Root_Field()
    {
        if (!SharedFacts.TryFind("openapi.yml", output, out var path))
            return;
        var paths = Map(Load(path)["paths"]).Select(pair => Text(pair.Key)[Version.Length..].TrimEnd('/')).ToList();

        var missing = paths.Where(known => !IsReached(known, paths)).ToList();

        output.WriteLine($"{paths.Count - missing.Count}/{paths.Count}");
        Assert.Contains("api-throttle", paths);
        Assert.Contains("dashboard/starship", paths);
        Assert.Empty(missing);
    }

    /// <summary>A list by its root field; one row by a root field or, of a word list, by its node id.</summary>
    private bool IsReached(string path, IReadOnlyList<string> all)
    {
        var query = printed["Query"];
        var collection = path.EndsWith("/{id}") ? path[..^"/{id}".Length] : path;
        var isOne = collection != path;
        var window = collection.EndsWith("/upcoming") || collection.EndsWith("/previous");
        var whole = window ? collection[..collection.LastIndexOf('/')] : collection;

        if (Catalogue.Resources.FirstOrDefault(resource => resource.Definition.Path == whole) is { } resource)
        {
            return query.ContainsKey(isOne ? resource.Definition.Singular : resource.Definition.Plural)
                && (!window || query[resource.Definition.Plural].Arguments!.Any(argument => argument.Name.StringValue == "window"));
        }

        if (Catalogue.Vocabularies.FirstOrDefault(known => known.Definition.Path == whole) is { Definition: { } vocabulary } found)
            return isOne ? query.ContainsKey("node") && Catalogue.Type(found.Upstream.Entity).IsNode : query.ContainsKey(vocabulary.Name);
        Assert.Contains(whole, all);
        return !isOne && query.ContainsKey(Catalogue.Singletons.FirstOrDefault(known => known.Definition.Path == whole).Definition?.Name ?? "");
    }

    /// <summary>What is wrong with a property's field; null when nothing is.</summary>
    private string? Lack(YamlMappingNode document, Dictionary<string, string> entities, string entity, string name, YamlMappingNode type)
    {
        if (TypeOf(entity) is not { } owner)
            return $"{entity} (no type)";
        if (!printed.TryGetValue(owner.Name, out var fields))
            return $"{owner.Name} (not printed)";
        if (name == "id")
            return fields.ContainsKey("id") && fields.ContainsKey("launchLibraryId") ? null : $"{owner.Name}.id";
        if (!fields.TryGetValue(CamelCase(name), out var field))
            return $"{owner.Name}.{CamelCase(name)}";

        var (inner, isList) = Unwrap(document, type);
        var (named, isPrintedList) = Named(field.Type);
        var expected = inner is null ? null : TypeOf(entities.GetValueOrDefault(inner) ?? "")?.Name;
        var fits = isList == isPrintedList && (expected is null ? !printed.ContainsKey(named) : expected == named);
        return fits ? null : $"{owner.Name}.{CamelCase(name)} is {(isPrintedList ? $"[{named}]" : named)}, not {(isList ? $"[{expected}]" : expected ?? "a scalar")}";
    }

    private static CatalogueType? TypeOf(string entity) => Catalogue.Types.FirstOrDefault(type => type.Entity.Name == entity);

    /// <summary>How a document was asked for, not what it says. The <c>url</c> of what has no address of its own is a link.</summary>
    private static bool IsAboutRest(string entity, string name) =>
        name == "response_mode" || (name == "url" && Contract.Entities.GetValueOrDefault(entity)?.Resource is not null);

    private static Dictionary<string, string> EntitiesBySchema()
    {
        using var contract = JsonDocument.Parse(Repository.Read("src/Contract/ll2-2.3.0.json"));
        return contract.RootElement.GetProperty("schemas").EnumerateObject().ToDictionary(schema => schema.Name, schema => schema.Value.GetProperty("entity").GetString()!);
    }

    /// <summary>The schemas with content of their own that some answer holds, at whatever depth.</summary>
    private static IEnumerable<string> Answered(YamlMappingNode document)
    {
        HashSet<string> seen = [];
        var waiting = new Queue<string>(Map(document["paths"]).SelectMany(path => References(((YamlMappingNode)path.Value)["get"]["responses"]["200"])));
        while (waiting.TryDequeue(out var schema))
        {
            if (!seen.Add(schema))
                continue;
            foreach (var next in References(Schema(document, schema)))
                waiting.Enqueue(next);
        }

        return seen.Where(schema => Properties(document, schema).Any(property => !Envelope.Contains(property.Name)));
    }

    /// <summary>The names behind every <c>$ref</c> at any depth of a node; a discriminator's mapping repeats its <c>oneOf</c>.</summary>
    private static IEnumerable<string> References(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(pair => Text(pair.Key) == "$ref" ? [Text(pair.Value).Split('/')[^1]] : References(pair.Value)),
        YamlSequenceNode list => list.Children.SelectMany(References),
        _ => [],
    };

    private static IEnumerable<(string Name, YamlMappingNode Type)> Properties(YamlMappingNode document, string schema) => Own(Schema(document, schema));

    private static IEnumerable<(string Name, YamlMappingNode Type)> Own(YamlMappingNode schema) =>
        schema.Children.TryGetValue("properties", out var properties) ? Map(properties).Select(pair => (Text(pair.Key), (YamlMappingNode)pair.Value))
        : schema.Children.TryGetValue("allOf", out var parts) ? ((YamlSequenceNode)parts).OfType<YamlMappingNode>().SelectMany(Own)
        : [];

    /// <summary>The schema of a nested object or of a list's items, null for a scalar.</summary>
    private static (string? Schema, bool IsList) Unwrap(YamlMappingNode document, YamlMappingNode type)
    {
        var isList = type.Children.TryGetValue("items", out var items);
        var name = References(isList ? items! : type).FirstOrDefault();
        // A list of choices is a schema too, though a scalar.
        return (name is not null && Properties(document, name).Any() ? name : null, isList);
    }

    private static (string Name, bool IsList) Named(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => Named(nonNull.Type),
        GraphQLListType list => (Named(list.Type).Name, true),
        _ => (((GraphQLNamedType)type).Name.StringValue, false),
    };

    private static YamlMappingNode Load(string path)
    {
        using var text = File.OpenText(path);
        var yaml = new YamlStream();
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static YamlMappingNode Schema(YamlMappingNode document, string name) => (YamlMappingNode)document["components"]["schemas"][name];

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Map(YamlNode node) => ((YamlMappingNode)node).Children;

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    private static string CamelCase(string name)
    {
        var words = name.Split('_');
        return words[0] + string.Concat(words[1..].Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
