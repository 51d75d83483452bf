using FlightGraph.DataLoaders;
using FlightGraph.Hosting;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;
using GraphQL;
using GraphQL.Resolvers;

namespace FlightGraph.Schema.Engine;

/// <summary>A root field that gives one object by its id or by another name that is its own.</summary>
internal sealed class LookupResolver(CatalogueResource resource) : IFieldResolver
{
    public const string By = "by";

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var id = context.GetArgument<object?>("id");
        var by = context.GetArgument<Dictionary<string, object?>?>(By);
        if (id is null == by is null)
            throw new GatewayError(ErrorCodes.BadUserInput, $"Give either 'id' or '{By}', one of the two.");
        if ((id ?? by!.GetValueOrDefault("id")) is { } known)
            return new(ByIdResolver.Load(context, new ResourceKey(resource.Upstream, IdArgument.Parse(known, resource.Type, "id"))));

        var (name, value) = by!.First(pair => pair.Value is not null);
        var parameter = resource.Definition.Lookups.First(lookup => lookup.Name == name).Parameter;
        if (value is not string { Length: <= 200 } text || text.Trim().Length == 0 || text.Contains(',', StringComparison.Ordinal))
            throw new GatewayError(ErrorCodes.BadUserInput, $"'{By}.{name}' takes a text of 1 to 200 characters without a comma.");

        var operation = OperationContext.Of(context);
        var (pages, coordinate) = (operation.Loaders.Pages, OperationContext.Coordinate(context));
        var need = operation.NeedOf(context, resource.Upstream.Entity);
        var request = new PageRequest { Resource = resource.Upstream, Mode = resource.Upstream.Fullest, Limit = 1, Filters = [new ResourceFilter(parameter, text)] };
        var answer = pages.LoadAsync(request, need, coordinate);
        operation.Loaders.Use.Cost.Plan(new RootStep(coordinate, need)
        {
            Variant = request.Mode.Variant,
            Remembered = answer is { IsCompletedSuccessfully: true, Result.Value: { } page } ? [.. page.Rows.OfType<ResourceObject>()] : null,
        });
        return new(new PendingResult<UpstreamResult<ResourcePage>>(
            context,
            new(cancellationToken =>
            {
                pages.Dispatch(cancellationToken);
                return answer;
            }),
            First));
    }

    private static ResourceObject? First(UpstreamResult<ResourcePage> result)
    {
        if (result.Error is { } error)
            throw GatewayError.From(error);
        return result.Value!.Rows.Count == 0 ? null : result.Value.Rows[0] ?? throw GatewayError.Malformed();
    }
}
