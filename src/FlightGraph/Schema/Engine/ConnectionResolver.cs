using FlightGraph.DataLoaders;
using FlightGraph.Hosting;
using FlightGraph.Schema.Paging;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;
using GraphQL;
using GraphQL.Resolvers;

namespace FlightGraph.Schema.Engine;

/// <summary>A field that gives a connection over a resource of the upstream.</summary>
internal sealed class ConnectionResolver(CatalogueResource resource) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(Load(context, resource, [], null));

    /// <param name="context">The field.</param>
    /// <param name="resource">What is listed.</param>
    /// <param name="fixedFilters">Conditions that the field itself sets.</param>
    /// <param name="owner">The object that the list belongs to, where its rows can be asked for together with those of others.</param>
    public static PendingResult<ConnectionResult> Load(
        IResolveFieldContext context, CatalogueResource resource, IReadOnlyList<ResourceFilter> fixedFilters, ListOwner? owner)
    {
        var projection = ProjectionBuilder.For(context).Rows(context.FieldAst.SelectionSet, resource.Type);
        var (query, window) = Read(context, resource, fixedFilters, projection, owner?.Path);
        var loaders = OperationContext.Of(context).Loaders;
        if (context.Parent is null)
            Plan(loaders, query, window, projection is not null);
        return new PendingResult<ConnectionResult>(
            context, new ConnectionLoader(loaders.Pages, loaders.Edges).Load(query, window, projection is not null, owner), Page);
    }

    /// <summary>Which list the field asks for, and which rows of it.</summary>
    /// <param name="rows">What is asked of the rows; null when no row is.</param>
    /// <param name="ownerPath">From a row to its owner's id. Rows of several owners come in one list; each must tell whose it is.</param>
    public static (ListQuery Query, PageWindow Window) Read(
        IResolveFieldContext context, CatalogueResource resource, IReadOnlyList<ResourceFilter> fixedFilters, Projection? rows, IReadOnlyList<EntityField>? ownerPath)
    {
        var query = ListArguments.Read(context, resource, fixedFilters, (rows ?? Projection.Nothing).With([.. ownerPath ?? []]));
        return (query, WindowArguments.Read(context, query.Identity));
    }

    private static void Plan(ResourceLoaders loaders, ListQuery query, PageWindow window, bool wantsRows)
    {
        var remembered = loaders.Lists.Find(ConnectionLoader.FirstRequest(query, window, wantsRows), query.Need, loaders.Use.Terms.Tolerance)?.Value;
        loaders.Use.Cost.Plan(new RootStep(query.Purpose, wantsRows ? query.Need : Projection.Nothing)
        {
            // Any page but the first of a list without an order is cut from the whole.
            Calls = query.Rank.Count == 0 && wantsRows && !window.IsFirst ? CallsToReadWhole(loaders, query) : 1,
            Variant = query.Request.Mode.Variant,
            Objects = wantsRows ? window.Size : 0,
            Remembered = remembered is null ? null : [.. remembered.Rows.OfType<ResourceObject>()],
        });
    }

    private static int CallsToReadWhole(ResourceLoaders loaders, ListQuery query) =>
        Math.Min(WholeListReader.MaxCalls, loaders.Sizes.CallsToScan(query.Request.Resource));

    private static ConnectionPage Page(ConnectionResult result) => result switch
    {
        { Error: { } error } => throw GatewayError.From(error),
        { HasChanged: true } => throw new GatewayError(ErrorCodes.ListChanged, "The list has moved since the cursor was made, or is not ordered well enough to go on without losing rows. Start the walk anew."),
        _ => result.Page!,
    };
}
