using FlightGraph.Hosting;
using FlightGraph.Schema.Paging;
using FlightGraph.Upstream.Requests;
using GraphQL;
using GraphQL.Resolvers;

namespace FlightGraph.Schema.Engine;

/// <summary>A field that gives a connection over a resource of the upstream.</summary>
internal sealed class ConnectionResolver(CatalogueResource resource) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(Load(context, resource, []));

    /// <param name="context">The field.</param>
    /// <param name="resource">What is listed.</param>
    /// <param name="fixedFilters">Conditions that the field itself sets.</param>
    public static PendingResult<ConnectionResult> Load(IResolveFieldContext context, CatalogueResource resource, IReadOnlyList<ResourceFilter> fixedFilters)
    {
        var projection = ProjectionBuilder.For(context).Rows(context.FieldAst.SelectionSet, resource.Type);
        var query = ListArguments.Read(context, resource, fixedFilters, projection ?? Projection.Nothing);
        var window = WindowArguments.Read(context, query.Identity);
        return new PendingResult<ConnectionResult>(
            new ConnectionLoader(OperationContext.Of(context).Loaders.Pages).Load(query, window, projection is not null), Page);
    }

    private static ConnectionPage Page(ConnectionResult result) => result switch
    {
        { Error: { } error } => throw GatewayError.From(error),
        { HasChanged: true } => throw new GatewayError(ErrorCodes.ListChanged, "The list has moved since the cursor was made, or is not ordered well enough to go on without losing rows. Start the walk anew."),
        _ => result.Page!,
    };
}
