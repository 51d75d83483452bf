using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using FlightGraph.Schema;
using FlightGraph.Schema.Engine;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Requests;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace FlightGraph.Benchmarks.Calls;

/// <summary>
/// What a gateway with a DataLoader for each type does, the way it is written by hand: a list is one call in the upstream's
/// default mode, and an object whose copy at hand lacks something that is selected is one call by its id. Within an operation
/// nothing is asked for twice. Names come from the gateway's catalogue and what is selected from its reading of the document;
/// nothing comes from its planning or its store.
/// </summary>
internal sealed class PlainStrategy(GatewaySchema schema, Uri upstream) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = upstream };
    private readonly Dictionary<string, JsonElement> answers = new(StringComparer.Ordinal);

    /// <summary>Makes all calls that the operation needs.</summary>
    public async Task RunAsync(string query)
    {
        var document = new GraphQLDocumentBuilder().Build(query);
        var projections = new ProjectionBuilder(schema, document, Variables.None);
        foreach (var field in document.Definitions.OfType<GraphQLOperationDefinition>().Single().SelectionSet.Selections.Cast<GraphQLField>())
            await RunAsync(field, projections);
    }

    public void Dispose() => http.Dispose();

    private async Task RunAsync(GraphQLField root, ProjectionBuilder projections)
    {
        if (root.Name.Value == "nodes")
        {
            foreach (var id in ((GraphQLListValue)Argument(root, "ids")!).Values!)
            {
                var (typeName, upstreamId) = Text(id).Split(':') is [var left, var right] ? (left, right) : throw Unknown(root);
                var type = schema.Catalogue.FindType(typeName) ?? throw Unknown(root);
                await WalkAsync(await DetailAsync(type.Entity, upstreamId), type.Entity, projections.Of(root.SelectionSet, type));
            }
        }
        else if (schema.Catalogue.Resources.FirstOrDefault(resource => root.Name.Value == resource.Definition.Singular) is { } one)
        {
            await WalkAsync(await DetailAsync(one.Type.Entity, Text(Argument(root, "id")!)), one.Type.Entity, projections.Of(root.SelectionSet, one.Type));
        }
        else
        {
            var many = schema.Catalogue.Resources.FirstOrDefault(resource => root.Name.Value == resource.Definition.Plural) ?? throw Unknown(root);
            var size = int.Parse(Text(Argument(root, "first")!), CultureInfo.InvariantCulture);
            await ListAsync(many, size, "", projections.Rows(root.SelectionSet, many.Type)!);
        }
    }

    /// <summary>1. See that the object has what is selected, else ask for it. 2. Go into the objects it holds. 3. Follow its lists.</summary>
    private async Task WalkAsync(JsonElement value, Entity entity, Projection need)
    {
        // 1.
        if (Lacks(value, need) && entity.Resource is not null)
            value = await DetailAsync(entity, value.GetProperty("id").ToString());
        if (Lacks(value, need))
            throw new InvalidOperationException($"Even in full the {entity.Name} lacks something of {string.Join(", ", need.Fields.Keys)}: {value}");
        // 2.
        foreach (var (field, below) in need.Fields)
        {
            foreach (var item in below is null ? [] : Objects(value.GetProperty(field.Name)))
                await WalkAsync(item, field.Child!, below!);
        }

        // 3.
        var type = schema.Catalogue.Type(entity);
        foreach (var list in need.Edges)
        {
            var edge = type.Edges.Single(edge => list.Coordinate == $"{type.Name}.{edge.Definition.Name}");
            var owner = Uri.EscapeDataString(value.GetProperty(edge.By.Name).ToString());
            await ListAsync(edge.Target, list.Size, $"&{edge.Definition.Parameter}={owner}", list.Rows);
        }
    }

    /// <summary>In the order that the gateway asks for too, so that both get the same rows.</summary>
    private async Task ListAsync(CatalogueResource resource, int size, string filter, Projection rows)
    {
        var ordering = resource.DefaultOrder is { } order ? $"&ordering={order}" : "";
        var page = await GetAsync(FormattableString.Invariant($"{resource.Upstream.Path}/?limit={size}{ordering}{filter}"));
        foreach (var row in page.GetProperty("results").EnumerateArray())
            await WalkAsync(row, resource.Type.Entity, rows);
    }

    private Task<JsonElement> DetailAsync(Entity entity, string id) => GetAsync($"{entity.Resource!.Path}/{id}/");

    private async Task<JsonElement> GetAsync(string address) =>
        answers.TryGetValue(address, out var known) ? known : answers[address] = await http.GetFromJsonAsync<JsonElement>(address);

    /// <summary>
    /// Whether a selected field is missing in the object or in one that is part of it. Objects that have an address of their own
    /// are looked at when the walk comes to them.
    /// </summary>
    private static bool Lacks(JsonElement value, Projection need) => need.Fields.Any(pair =>
        !value.TryGetProperty(pair.Key.Name, out var found)
        || (pair is { Value: { } below, Key.Child.Resource: null } && Objects(found).Any(item => Lacks(item, below))));

    private static IEnumerable<JsonElement> Objects(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => [value],
        JsonValueKind.Array => value.EnumerateArray(),
        _ => [],
    };

    private static GraphQLValue? Argument(GraphQLField field, string name) => field.Arguments?.Find(name)?.Value;

    private static string Text(GraphQLValue literal) => literal switch
    {
        GraphQLStringValue text => text.Value.ToString(),
        GraphQLIntValue number => number.Value.ToString(),
        _ => throw new ArgumentException($"The plain strategy reads ids and sizes as they stand in the document, not {literal.Kind}.", nameof(literal)),
    };

    private static InvalidOperationException Unknown(GraphQLField root) => new($"The plain strategy does not know the field '{root.Name.StringValue}'.");
}
