using FlightGraph.DataLoaders;
using FlightGraph.Hosting;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Documents;
using GraphQL;
using GraphQL.Resolvers;

namespace FlightGraph.Schema.Engine;

/// <summary>Any object by its node id.</summary>
internal sealed class NodeResolver(SchemaCatalogue catalogue) : IFieldResolver
{
    private const int MaxIds = 250;

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(Load(context, context.GetArgument<object?>("id"), "id"));

    /// <summary>Several at once; a place stays null where there is no such object.</summary>
    public object? ResolveMany(IResolveFieldContext context)
    {
        var ids = context.GetArgument<List<object?>>("ids");
        if (ids.Count > MaxIds)
            throw new GatewayError(ErrorCodes.BadUserInput, $"Argument 'ids' takes up to {MaxIds} ids; got {ids.Count}.");
        return ids.Select(id => LoadOne(context, id)).ToList();
    }

    /// <summary>An id that is none is an error at its place: the others are still good.</summary>
    private PendingResult<UpstreamResult<ResourceObject>> LoadOne(IResolveFieldContext context, object? id)
    {
        try
        {
            return Load(context, id, "ids");
        }
        catch (GatewayError error)
        {
            return new(context, new(_ => Task.FromException<UpstreamResult<ResourceObject>>(error)), ByIdResolver.Found);
        }
    }

    private PendingResult<UpstreamResult<ResourceObject>> Load(IResolveFieldContext context, object? id, string argument)
    {
        var text = Convert.ToString(id, System.Globalization.CultureInfo.InvariantCulture) ?? "";
        var type = catalogue.FindType(text.Split(':')[0]);
        if (type is not { IsNode: true } || !text.Contains(':', StringComparison.Ordinal))
            throw new GatewayError(ErrorCodes.BadUserInput, $"Argument '{argument}' must be a node id such as \"Agency:63\", of a type that can be asked for by id.");
        return ByIdResolver.Load(context, new ResourceKey(type.Entity.Resource!, IdArgument.Parse(text, type, argument)));
    }
}
