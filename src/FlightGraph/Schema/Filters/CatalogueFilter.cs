using System.Collections.Frozen;

namespace FlightGraph.Schema.Filters;

/// <summary>A declared filter with the upstream's parameters behind it.</summary>
internal sealed class CatalogueFilter
{
    private static readonly string[] Comparisons = ["gt", "gte", "lt", "lte"];

    /// <exception cref="InvalidOperationException">The upstream has no such parameter, or ids of an undeclared type are wanted.</exception>
    public CatalogueFilter(FilterDefinition definition, string owner, FrozenDictionary<string, string> parameters, SchemaCatalogue catalogue)
    {
        Definition = definition;
        if (definition.IdOf is { } idOf)
            IdOf = catalogue.FindType(idOf) ?? throw new InvalidOperationException($"{owner}: filter '{definition.Name}' takes ids of '{idOf}', which nobody declares.");
        Conditions = [.. Find(definition, parameters)];
        if (Conditions.Count == 0 || (definition.Many is { } many && !parameters.ContainsKey(many)))
            throw new InvalidOperationException($"{owner}: the upstream has no filter '{definition.Parameter}' or '{definition.Many}'.");
        Shape = Conditions is [{ TakesList: false }] ? null : FilterShape.Of(Conditions);
    }

    public FilterDefinition Definition { get; }

    public CatalogueType? IdOf { get; }

    public IReadOnlyList<FilterCondition> Conditions { get; }

    /// <summary>The input type with an operator each; null where there is but one way to match, so the value stands by itself.</summary>
    public FilterShape? Shape { get; }

    private static IEnumerable<FilterCondition> Find(FilterDefinition definition, FrozenDictionary<string, string> parameters)
    {
        foreach (var name in new[] { definition.Parameter, definition.Many }.OfType<string>())
        {
            if (parameters.TryGetValue(name, out var type))
                yield return Condition(IsList(type) ? "in" : "eq", name, type, definition);
        }

        foreach (var comparison in Comparisons)
        {
            // The upstream spells the "before" of an event's date with both words.
            var name = new[] { $"{definition.Parameter}__{comparison}", $"{definition.Parameter}__gt__{comparison}" }.FirstOrDefault(parameters.ContainsKey);
            if (name is not null)
                yield return Condition(comparison, name, parameters[name], definition);
        }

        foreach (var name in new[] { $"{definition.Parameter}__contains", $"{definition.Parameter}__icontains" }.Where(parameters.ContainsKey))
            yield return Condition("contains", name, parameters[name], definition);
    }

    private static FilterCondition Condition(string op, string parameter, string type, FilterDefinition definition) =>
        new(op, parameter, definition.IdOf is null ? Scalar(type) : "ID", IsList(type));

    private static bool IsList(string type) => type.Contains(',', StringComparison.Ordinal);

    private static string Scalar(string type) => type.Split(',')[0] switch
    {
        "integer" => "Int",
        "number" => "Float",
        "boolean" => "Boolean",
        "date" => "Date",
        "date-time" => "DateTime",
        "uuid" => "UUID",
        _ => "String",
    };
}
