using System.Collections;
using System.Globalization;
using FlightGraph.Hosting;
using FlightGraph.Schema.Filters;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Requests;
using GraphQL;

namespace FlightGraph.Schema.Engine;

/// <summary>Turns the <c>filter</c> argument into the upstream's parameters.</summary>
internal static class FilterArgument
{
    public const string Name = "filter";

    private const int MaxTextLength = 200;
    private const int MaxChoices = 100;

    /// <param name="context">Where the argument is.</param>
    /// <param name="filters">The filters that the list has.</param>
    /// <param name="asked">The resource that will be asked; a window may lack a filter that another has.</param>
    /// <exception cref="GatewayError">A value that the filter cannot take.</exception>
    public static IReadOnlyList<ResourceFilter> Read(IResolveFieldContext context, IReadOnlyList<CatalogueFilter> filters, Resource asked)
    {
        if (filters.Count == 0 || context.GetArgument<Dictionary<string, object?>?>(Name) is not { } input)
            return [];
        var conditions = filters
            .Where(filter => input.GetValueOrDefault(filter.Definition.Name) is not null)
            .SelectMany(filter => Read(filter, input[filter.Definition.Name]!))
            .ToList();
        if (conditions.FirstOrDefault(condition => !asked.Filters.ContainsKey(condition.Filter.Name)) is ({ } path, { }))
            throw new GatewayError(ErrorCodes.BadUserInput, $"'{path}' goes with window: UPCOMING only.");
        return [.. conditions.Select(condition => condition.Filter)];
    }

    private static IEnumerable<(string Path, ResourceFilter Filter)> Read(CatalogueFilter filter, object value)
    {
        var path = $"{Name}.{filter.Definition.Name}";
        if (filter.Shape is null)
        {
            yield return (path, Convert(filter, filter.Conditions[0], value, path));
            yield break;
        }

        var operators = (IDictionary<string, object?>)value;
        foreach (var condition in filter.Conditions)
        {
            if (operators.TryGetValue(condition.Operator, out var operand) && operand is not null)
                yield return (path, Convert(filter, condition, operand, $"{path}.{condition.Operator}"));
        }
    }

    private static ResourceFilter Convert(CatalogueFilter filter, FilterCondition condition, object value, string path)
    {
        if (!condition.TakesList)
            return new ResourceFilter(condition.Parameter, Text(filter, value, path));

        var values = ((IEnumerable)value).Cast<object?>().OfType<object>().Select(item => Text(filter, item, path)).Distinct(StringComparer.Ordinal).ToList();
        // The upstream takes an empty list for no filter at all and would answer with everything.
        if (values.Count is 0 or > MaxChoices)
            throw new GatewayError(ErrorCodes.BadUserInput, $"'{path}' takes 1 to {MaxChoices} values; got {values.Count.ToString(CultureInfo.InvariantCulture)}.");
        if (condition.Scalar == "String" && values.Any(item => item.Contains(',', StringComparison.Ordinal)))
            throw new GatewayError(ErrorCodes.BadUserInput, $"'{path}' takes texts without commas: the upstream would read two where there is one.");
        return new ResourceFilter(condition.Parameter, values);
    }

    private static string Text(CatalogueFilter filter, object value, string path)
    {
        if (filter.IdOf is { } type && filter.Conditions.Any(condition => condition.Scalar == "ID"))
            return IdArgument.Parse(value, type, path);
        var text = value is bool flag ? (flag ? "true" : "false") : System.Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return text.Trim().Length > 0 && text.Length <= MaxTextLength
            ? text
            : throw new GatewayError(ErrorCodes.BadUserInput, $"'{path}' takes a text of 1 to {MaxTextLength} characters.");
    }
}
