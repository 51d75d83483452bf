using System.Globalization;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Upstream.Store;

/// <summary>
/// Collections that have been read whole, in their fullest depth. Where no call can be made, a list is made out of them just as
/// the upstream would: it finds words and parents by paths that the contract tells, and orders by fields.
/// </summary>
public sealed class WholeCollections(UpstreamContract contract, ListStore lists, TimeProvider clock)
{
    /// <summary>The newest thousand of a collection: what is older is asked for one by one.</summary>
    private const int MaxPages = 10;

    private const string Previous = "/previous";
    private const string Net = "net";

    /// <summary>What puts the newest first, where the upstream has it; ids else, so that pages do not overlap.</summary>
    private static readonly string[] NewestFirst = [Net, "date", "docking", "start"];

    private static readonly char[] BetweenWords = [' ', ','];

    /// <summary>The first page that has not been read; null when all are.</summary>
    public PageRequest? NextPage(Resource resource) => Pages(Whole(resource)).FirstOrDefault(page => Find(page) is null);

    /// <summary>The page, as far as it can be told; null when it cannot.</summary>
    public (ResourcePage Page, Stamp Stamp)? Find(PageRequest request, Projection need)
    {
        var resource = Whole(request.Resource);
        if (!resource.Fullest.Variant.Covers(need) || Conditions(resource, request) is not { } conditions || Orders(resource, request.Ordering) is not { } orders)
            return null;
        List<Remembered<ResourcePage>> pages = [];
        foreach (var page in Pages(resource))
        {
            if (Find(page) is not { } read)
                return null;
            pages.Add(read);
        }

        // Rows may have moved from one page to another between two calls.
        var all = pages.SelectMany(page => page.Value.Rows).OfType<ResourceObject>().DistinctBy(row => row.Id).ToList();
        if (all.Count != pages[0].Value.Count)
            return null;
        var rows = all.Where(row => conditions.All(condition => condition(row)));
        foreach (var (path, isDescending) in Enumerable.Reverse(orders))
            rows = isDescending ? rows.OrderByDescending(row => Key(row, path)) : rows.OrderBy(row => Key(row, path));
        List<ResourceObject> found = [.. rows];
        return (
            new ResourcePage(found.Count, [.. found.Skip(request.Offset).Take(request.Limit)]),
            pages.Select(page => page.Stamp).Aggregate((left, right) => left.And(right)));
    }

    /// <summary>What is past is a part of all there is; what is to come is too short-lived to be told from old pages.</summary>
    private Resource Whole(Resource resource) =>
        resource.Path.EndsWith(Previous, StringComparison.Ordinal) ? contract.Resource(resource.Path[..^Previous.Length]) : resource;

    private IEnumerable<PageRequest> Pages(Resource resource)
    {
        for (var page = 0; page < MaxPages && (page == 0 || page * PageRequest.MaxLimit < lists.CountOf(resource)); page++)
        {
            yield return new PageRequest
            {
                Resource = resource,
                Mode = resource.Fullest,
                Limit = PageRequest.MaxLimit,
                Offset = page * PageRequest.MaxLimit,
                Ordering = NewestFirst.FirstOrDefault(resource.Orderings.Contains) is { } moment ? $"-{moment}" : resource.Orderings.Contains("id") ? "id" : null,
            };
        }
    }

    private Remembered<ResourcePage>? Find(PageRequest page) =>
        lists.Find(page, Projection.Everything(page.Mode.Variant), Tolerance.Any);

    /// <summary>Null where one of them cannot be told from a row.</summary>
    private List<Func<ResourceObject, bool>>? Conditions(Resource resource, PageRequest request)
    {
        List<Func<ResourceObject, bool>> conditions = [];
        if (request.Resource != resource)
        {
            var now = clock.GetUtcNow();
            if (!resource.Orderings.Contains(Net))
                return null;
            conditions.Add(row => row.MomentOf(Net) < now);
        }

        foreach (var filter in request.Filters)
        {
            var values = filter.Values.SelectMany(value => value.Split(',')).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (filter.Name == "year" && resource.Orderings.Contains(Net))
                conditions.Add(row => row.MomentOf(Net) is { } net && values.Contains(net.Year.ToString(CultureInfo.InvariantCulture)));
            else if ((resource.ParentPaths.GetValueOrDefault(filter.Name) ?? (filter.Name == "pad" ? "pad.id" : null)) is { } path && Steps(resource.Entity, path.Split('.')) is { } steps)
                conditions.Add(row => Texts(row, steps).Any(values.Contains));
            else if (resource.Filters.GetValueOrDefault(filter.Name) == "boolean" && resource.Entity.Find(filter.Name) is { Kind: FieldKind.Boolean } field)
                conditions.Add(row => row[field].Kind == FieldValueKind.Scalar && values.Contains(row[field].GetText()));
            else
                return null;
        }

        if (request.Search is { } search)
        {
            // Quotes would make one word of several.
            var paths = resource.SearchFields.Select(path => Steps(resource.Entity, path.Split("__"))).ToList();
            if (paths.Count == 0 || paths.Contains(null) || search.IndexOfAny(['"', '\'', '\0']) >= 0)
                return null;
            foreach (var word in search.Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries))
                conditions.Add(row => paths.Any(path => Texts(row, path!).Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase))));
        }

        return conditions;
    }

    private static List<(IReadOnlyList<EntityField> Path, bool IsDescending)>? Orders(Resource resource, string? ordering)
    {
        // The upstream's own order is not known.
        if (ordering is null)
            return null;
        List<(IReadOnlyList<EntityField>, bool)> orders = [];
        foreach (var part in ordering.Split(','))
        {
            if (Steps(resource.Entity, part.TrimStart('-').Split("__")) is not { } steps)
                return null;
            orders.Add((steps, part.StartsWith('-')));
        }

        return orders;
    }

    /// <summary>Null where the path leads through something that documents do not have.</summary>
    private static List<EntityField>? Steps(Entity entity, string[] names)
    {
        List<EntityField> steps = [];
        Entity? at = entity;
        foreach (var name in names.Select(name => name.Replace("[]", "", StringComparison.Ordinal)))
        {
            // The upstream's database has another name for it than its documents.
            if (at?.Find(name == "spacecraftflight" && at.Name == "Rocket" ? "spacecraft_stage" : name) is not { } field)
                return null;
            steps.Add(field);
            at = field.Child;
        }

        return steps;
    }

    private static IEnumerable<string> Texts(ResourceObject row, IReadOnlyList<EntityField> path)
    {
        IEnumerable<ResourceObject> here = [row];
        foreach (var step in path.SkipLast(1))
            here = here.SelectMany(item => item[step].Objects);
        return here.Select(item => item[path[^1]]).Where(value => value.Kind == FieldValueKind.Scalar).Select(value => value.GetText());
    }

    /// <summary>Numbers by their value, all else by its text, times included: they are written so that this is right.</summary>
    private static (double Number, string Text) Key(ResourceObject row, IReadOnlyList<EntityField> path)
    {
        var text = Texts(row, path).FirstOrDefault() ?? "";
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? (number, "") : (0, text);
    }
}
