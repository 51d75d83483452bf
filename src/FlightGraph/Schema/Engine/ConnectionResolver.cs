using FlightGraph.DataLoaders;
using FlightGraph.Hosting;
using FlightGraph.Schema.Paging;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;
using GraphQL;
using GraphQL.Resolvers;

namespace FlightGraph.Schema.Engine;

/// <summary>A root field that gives a connection.</summary>
internal sealed class ConnectionResolver(CatalogueResource resource) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var filters = FilterArgument.Read(context, resource);
        var template = new PageRequest
        {
            Resource = resource.Upstream,
            Mode = resource.Upstream.Fullest,
            Limit = 1,
            Ordering = resource.Ordering,
            Filters = filters,
        };
        var listIdentity = template.ToRelativeUri();
        var window = WindowArguments.Read(context, listIdentity);
        var projection = ProjectionBuilder.For(context).Rows(context.FieldAst.SelectionSet, resource.Type);
        template = template with { Mode = (projection ?? Projection.Nothing).Choose(resource.Upstream) };

        var pages = OperationContext.Of(context).Loaders.Pages;
        // Without a count nobody knows where the last rows begin; with it, or without rows to show, one row's page will do.
        var first = window.NeedsCount || projection is null ? template : Page(template, window.Rows(0));
        var firstAnswer = pages.LoadAsync(first);
        return new ValueTask<object?>(new PendingResult<UpstreamResult<ResourcePage>>(
            new(async cancellationToken =>
            {
                pages.Dispatch(cancellationToken);
                var answer = await firstAnswer;
                if (!window.NeedsCount || projection is null || !answer.IsFound || window.Rows(answer.Value.Count).Limit == 0)
                    return answer;
                var second = pages.LoadAsync(Page(template, window.Rows(answer.Value.Count)));
                pages.Dispatch(cancellationToken);
                return await second;
            }),
            result => result.Error is { } error ? throw GatewayError.From(error) : ToConnection(result.Value!, window, listIdentity)));
    }

    private static PageRequest Page(PageRequest template, (int Offset, int Limit) rows) =>
        template with { Offset = rows.Offset, Limit = Math.Max(rows.Limit, 1) };

    private static ConnectionPage ToConnection(ResourcePage page, PageWindow window, string listIdentity)
    {
        var (offset, limit) = window.Rows(page.Count);
        // The upstream cuts pages at will; more than asked for would shift the cursors.
        IReadOnlyList<ResourceObject?> rows = page.Rows.Count > limit ? [.. page.Rows.Take(limit)] : page.Rows;
        return new ConnectionPage(page.Count, offset, rows, listIdentity);
    }
}
