using FlightGraph.Upstream.Requests;
using GraphQL;

namespace FlightGraph.Schema.Engine;

/// <summary>Turns the <c>filter</c> argument into the upstream's parameters.</summary>
internal static class FilterArgument
{
    public const string Name = "filter";

    /// <exception cref="GatewayError">A value that the filter cannot take.</exception>
    public static IReadOnlyList<ResourceFilter> Read(IResolveFieldContext context, CatalogueResource resource)
    {
        if (resource.Filters.Count == 0 || context.GetArgument<Dictionary<string, object?>?>(Name) is not { } input)
            return [];
        return
        [
            .. resource.Filters
                .Where(filter => input.GetValueOrDefault(filter.Definition.Name) is not null)
                .Select(filter => new ResourceFilter(
                    filter.Definition.UpstreamName,
                    IdArgument.Parse(input[filter.Definition.Name], filter.IdOf, $"{Name}.{filter.Definition.Name}"))),
        ];
    }
}
