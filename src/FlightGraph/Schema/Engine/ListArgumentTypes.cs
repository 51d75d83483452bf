using FlightGraph.DataLoaders;
using FlightGraph.Schema.Filters;
using FlightGraph.Schema.Paging;
using FlightGraph.Upstream.Requests;
using GraphQL.Types;

namespace FlightGraph.Schema.Engine;

/// <summary>The arguments of a list and their input types, each made once.</summary>
internal sealed class ListArgumentTypes(Dictionary<string, IGraphType> namedTypes)
{
    private const string WindowType = "Window";
    private const string DirectionType = "OrderDirection";

    public IEnumerable<QueryArgument> Arguments(CatalogueResource resource)
    {
        var size = $"1 to {PageWindow.MaxSize}";
        yield return Argument("first", "Int", $"How many rows from the front, {size}. Without `first` and `last` it is {PageWindow.DefaultSize}.");
        yield return Argument("last", "Int", $"How many rows from the back, {size}.{CostWithoutOrder(resource)}");
        yield return Argument("after", "String", $"Only rows behind this cursor, which must come from this same list.{CostWithoutOrder(resource)}");
        yield return Argument("before", "String", $"Only rows before this cursor, which must come from this same list.{CostWithoutOrder(resource)}");
        if (resource.Filters.Count > 0)
            yield return Argument(FilterArgument.Name, Filter(resource), "Only rows that meet every condition given. A condition that is null or `{}` is not applied.");
        if (resource.Upstream.SearchFields.Count > 0)
            yield return Argument(ListArguments.Search, "String", $"Only rows in which these words are found, in any case, in {SearchedFields(resource)}. 1 to {ListArguments.MaxSearchLength} characters.");
        if (resource.Orders.Count > 0)
            yield return Argument(ListArguments.OrderBy, $"[{Order(resource)}!]", $"The order, the first entry before the second. {DefaultOrder(resource)}");
        if (resource.Upcoming is not null)
            yield return new QueryArgument(Window()) { Name = ListArguments.Window, Description = "Which rows: those to come, those past, or all.", DefaultValue = ListArguments.AllRows };
    }

    /// <summary>What any page but the first costs; nothing is to be said where there is an order.</summary>
    private static string CostWithoutOrder(CatalogueResource resource) => resource.DefaultOrder is not null
        ? ""
        : $" {(resource.Orders.Count > 0 ? "Without `orderBy` the" : "The")} upstream has no order for the list, so it is read whole: one call for each {PageRequest.MaxLimit} rows, up to {WholeListReader.MaxCalls}.";

    private static string SearchedFields(CatalogueResource resource) =>
        string.Join(", ", resource.Upstream.SearchFields.Select(field => $"`{new ListOrder(field).Path}`"));

    private static string DefaultOrder(CatalogueResource resource) =>
        resource.DefaultOrder is { } order ? $"Without it by `{new ListOrder(order).Path}`." : "Without it by `id`, or as the upstream gives them where there are more than 100.";

    private string Filter(CatalogueResource resource) => Once($"{resource.Type.Name}Filter", name =>
    {
        var input = new InputObjectGraphType { Name = name, Description = $"Conditions on a list of {resource.Type.Name}. All that are given must hold." };
        foreach (var filter in resource.Filters)
            Add(input, filter.Definition.Name, filter.Shape is { } shape ? Shape(shape, filter.Conditions) : filter.Conditions[0].Scalar, Description(filter));
        return input;
    });

    private static string Description(CatalogueFilter filter)
    {
        var expected = filter.IdOf is { } type ? $" An id is {NodeId.Expected(type.Name, type.HasUuids)}." : "";
        return $"{filter.Definition.Description}{expected}\n\nLaunch Library 2: {string.Join(", ", filter.Conditions.Select(condition => $"`{condition.Parameter}`"))}.";
    }

    private string Shape(FilterShape shape, IReadOnlyList<FilterCondition> conditions) => Once(shape.Name, name =>
    {
        var input = new InputObjectGraphType { Name = name, Description = shape.Description };
        foreach (var condition in conditions)
            Add(input, condition.Operator, condition.TakesList ? $"[{condition.Scalar}!]" : condition.Scalar, FilterShape.Meaning(condition.Operator));
        return input;
    });

    private string Order(CatalogueResource resource) => Once($"{resource.Type.Name}Order", name =>
    {
        var field = Once($"{name}Field", fieldName =>
        {
            var values = new EnumerationGraphType { Name = fieldName, Description = $"What a list of {resource.Type.Name} can be ordered by." };
            foreach (var order in resource.Orders)
                values.Add(new EnumValueDefinition(order.Name, order.Ordering) { Description = $"By `{order.Path}`." });
            return values;
        });
        var input = new InputObjectGraphType { Name = name, Description = $"An order of a list of {resource.Type.Name}." };
        Add(input, ListArguments.Field, $"{field}!", "What to order by.");
        input.AddField(new FieldType
        {
            Name = ListArguments.Direction,
            ResolvedType = new NonNullGraphType(namedTypes[Direction()]),
            DefaultValue = "ASC",
            Description = "Which end comes first.",
        });
        return input;
    });

    private string Direction() => Once(DirectionType, name =>
    {
        var values = new EnumerationGraphType { Name = name, Description = "Which end of an order comes first." };
        values.Add(new EnumValueDefinition("ASC", "ASC") { Description = "Smallest, earliest, A first." });
        values.Add(new EnumValueDefinition(ListArguments.Descending, ListArguments.Descending) { Description = "Greatest, latest, Z first." });
        return values;
    });

    private IGraphType Window() => namedTypes[Once(WindowType, name =>
    {
        var values = new EnumerationGraphType { Name = name, Description = "A part of a list along time, as seen from now." };
        values.Add(new EnumValueDefinition(ListArguments.UpcomingRows, ListArguments.UpcomingRows) { Description = "Those to come, and those of the last 24 hours." });
        values.Add(new EnumValueDefinition(ListArguments.PreviousRows, ListArguments.PreviousRows) { Description = "Those that are past." });
        values.Add(new EnumValueDefinition(ListArguments.AllRows, ListArguments.AllRows) { Description = "All of them." });
        return values;
    })];

    /// <summary>Makes a type unless it is made, and gives its name.</summary>
    private string Once(string name, Func<string, IGraphType> make)
    {
        if (!namedTypes.ContainsKey(name))
            namedTypes.Add(name, make(name));
        return name;
    }

    private void Add(InputObjectGraphType input, string name, string type, string description) =>
        input.AddField(new FieldType { Name = name, ResolvedType = TypeReference.Read(type, namedTypes), Description = description });

    private QueryArgument Argument(string name, string type, string description) => new(TypeReference.Read(type, namedTypes)) { Name = name, Description = description };
}
