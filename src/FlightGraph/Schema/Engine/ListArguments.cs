using FlightGraph.Hosting;
using FlightGraph.Schema.Paging;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;
using GraphQL;

namespace FlightGraph.Schema.Engine;

/// <summary>Reads which list a field asks for: <c>filter</c>, <c>search</c>, <c>orderBy</c>, <c>window</c>.</summary>
internal static class ListArguments
{
    public const string Search = "search";
    public const string OrderBy = "orderBy";
    public const string Window = "window";
    public const string Field = "field";
    public const string Direction = "direction";
    public const string Descending = "DESC";
    public const string UpcomingRows = "UPCOMING";
    public const string PreviousRows = "PREVIOUS";
    public const string AllRows = "ALL";
    public const int MaxSearchLength = 100;

    /// <param name="context">Where the arguments are.</param>
    /// <param name="resource">The resource that is listed.</param>
    /// <param name="fixedFilters">Conditions that the field itself sets, beside the client's.</param>
    /// <param name="projection">What is asked of the rows.</param>
    public static ListQuery Read(IResolveFieldContext context, CatalogueResource resource, IReadOnlyList<ResourceFilter> fixedFilters, Projection projection)
    {
        var asked = AskedResource(context, resource);
        var orderings = Orderings(context, resource);
        var filters = FilterArgument.Read(context, resource.Filters, asked);
        if (filters.FirstOrDefault(filter => fixedFilters.Any(set => set.Name == filter.Name)) is { } twice)
            throw new GatewayError(ErrorCodes.BadUserInput, $"The field '{context.FieldDefinition.Name}' sets the condition `{twice.Name}` itself.");
        var rank = orderings.Select(ordering => asked.Entity.Find(ordering.TrimStart('-').Split("__")[0])).OfType<EntityField>().Distinct().ToList();
        // Ties are told by the values that the list is ordered by, so the rows must have them.
        var need = rank.Aggregate(projection, (needed, field) => needed.With([field]));
        return new ListQuery(
            new PageRequest
            {
                Resource = asked,
                Mode = need.Choose(asked.Modes),
                Limit = 1,
                Ordering = orderings.Count == 0 ? null : string.Join(',', orderings),
                Search = SearchWords(context, asked),
                Filters = [.. fixedFilters, .. filters],
            },
            rank,
            need,
            OperationContext.Coordinate(context));
    }

    private static Resource AskedResource(IResolveFieldContext context, CatalogueResource resource) =>
        (resource.Upcoming is null ? AllRows : context.GetArgument<string?>(Window)) switch
        {
            UpcomingRows => resource.Upcoming!,
            PreviousRows => resource.Previous!,
            _ => resource.Upstream,
        };

    /// <summary>What the client orders by, else the default; behind it the id, where the upstream orders by ids, to break ties.</summary>
    private static List<string> Orderings(IResolveFieldContext context, CatalogueResource resource)
    {
        List<string> orderings = [];
        if (resource.Orders.Count > 0)
        {
            foreach (var order in context.GetArgument<List<Dictionary<string, object?>>?>(OrderBy) ?? [])
                orderings.Add((order[Direction] as string == Descending ? "-" : "") + order[Field]);
        }

        if (orderings.Count == 0 && resource.DefaultOrder is { } defaultOrder)
            orderings.Add(defaultOrder);
        if (resource.Upstream.Orderings.Contains("id") && orderings.All(ordering => ordering.TrimStart('-') != "id"))
            orderings.Add("id");
        return orderings;
    }

    private static string? SearchWords(IResolveFieldContext context, Resource resource)
    {
        if (resource.SearchFields.Count == 0 || context.GetArgument<string?>(Search) is not { } words)
            return null;
        return words.Trim() is { Length: > 0 and <= MaxSearchLength } trimmed
            ? trimmed
            : throw new GatewayError(ErrorCodes.BadUserInput, $"'{Search}' takes a text of 1 to {MaxSearchLength} characters.");
    }
}
