using System.Text.Json;

namespace FlightGraph.Tests.Planning;

/// <summary>
/// Walks an operation over the bodies of some calls, all copies of an object laid together, and tells what they leave open.
/// Objects are known by entity and id; those without a place of their own by where they stand in one that has.
/// </summary>
internal sealed class AnswerCheck
{
    private readonly IReadOnlyList<UpstreamCall> calls;
    private readonly List<Gap> gaps = [];
    private readonly HashSet<(string Entity, string Id)> visited = [];
    private readonly HashSet<(string Entity, string Id, IReadOnlyList<AskedField> Fields)> done = [];

    public AnswerCheck(IReadOnlyList<AskedField> operation, IReadOnlyList<UpstreamCall> calls)
    {
        this.calls = calls;
        foreach (var field in operation)
            Root(field);
    }

    public IReadOnlyList<Gap> Gaps => gaps;

    /// <summary>Every object that the operation or one of the answers names on the operation's way.</summary>
    public IReadOnlyCollection<(string Entity, string Id)> Visited => visited;

    private void Root(AskedField field)
    {
        var root = AskedRoot.Of(field);
        if (root.Rows is { } rows)
            Rows(rows, null, root.Shape == RootShape.Connection ? field : field with { Children = [field with { Name = "nodes" }] });
        foreach (var (entity, id) in root.Objects)
            Object(entity, id, field.Children);
        if (root.Document is not { } document)
            return;
        if (calls.FirstOrDefault(call => call.Address.StartsWith(document.Path, StringComparison.Ordinal)) is { } call)
            Fields(new Place(document.Entity, null, [], [call.Body]), field.Children);
        else
            gaps.Add(new Gap(document.Entity, null) { Document = document });
    }

    /// <param name="question">The list.</param>
    /// <param name="owner">Given where rows of several owners may come in one list.</param>
    /// <param name="field">A connection.</param>
    private void Rows(ListQuestion question, (ListQuestion Template, UpstreamEdge Edge, string Id)? owner, AskedField field)
    {
        var nodes = field.Children.SelectMany(part => part.Name switch
        {
            "nodes" => [part],
            "edges" => part.Children.Where(node => node.Name == "node"),
            _ => Array.Empty<AskedField>(),
        }).ToList();
        var isCounted = field.Children.Any(part => part.Name == "totalCount");
        if (Found(question, isCounted, owner) is not { } rows)
        {
            gaps.Add(new Gap(question.Resource.Entity, null)
            {
                Rows = owner?.Template ?? question,
                OwnedBy = owner is { } known ? (known.Edge, known.Id) : null,
            });
            return;
        }

        foreach (var row in rows)
        {
            foreach (var node in nodes)
                Object(question.Resource.Entity, row.GetProperty("id").ToString(), node.Children);
        }
    }

    /// <summary>The rows, where pages at hand show them: of the list itself, or of the same list for more owners.</summary>
    private IEnumerable<JsonElement>? Found(ListQuestion question, bool isCounted, (ListQuestion Template, UpstreamEdge Edge, string Id)? owner)
    {
        var size = question.Size;
        var pages = PagesOf(question.Identity);
        if (question.FromEnd)
            return pages.FirstOrDefault(page => page.Place!.Value.Offset + page.Rows.Count == page.Count)?.Rows.TakeLast(size);
        if (pages is [{ Place.Offset: 0 } own, ..])
            return own.Rows.Take(size);
        if (owner is not var (template, edge, id) || edge.Way.Length == 0)
            return null;

        var first = calls.Where(call => call.Place is { Offset: 0 } place && IsFor(place.Identity, template, edge.Parameter, id));
        foreach (var shared in first.Select(call => PagesOf(call.Place!.Value.Identity)))
        {
            var all = shared.SelectMany(call => call.Rows).ToList();
            var mine = all.Where(row => At(row, edge.Way.Split('.')).Contains(id)).ToList();
            // The first rows of a list are the first rows of each owner.
            if (all.Count == shared[0].Count || (mine.Count >= size && !isCounted))
                return mine.Take(size);
        }

        return null;
    }

    private List<UpstreamCall> PagesOf(string identity) =>
        [.. calls.Where(call => call.Place?.Identity == identity).OrderBy(call => call.Place!.Value.Offset)];

    /// <summary>Whether a list has the owner's rows: it is for all owners, or for some with this one.</summary>
    private static bool IsFor(string identity, ListQuestion template, string parameter, string owner) =>
        identity == template.Identity
        || (identity.StartsWith($"{template.Identity}&{parameter}=", StringComparison.Ordinal)
            && identity[(template.Identity.Length + 1)..].Split('&').SelectMany(part => part.Split('=')[1].Split(',')).Contains(Uri.EscapeDataString(owner)));

    private static IEnumerable<string> At(JsonElement value, ReadOnlySpan<string> way)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            List<string> found = [];
            foreach (var item in value.EnumerateArray())
                found.AddRange(At(item, way));
            return found;
        }

        if (way.IsEmpty)
            return [value.ToString()];
        return value.ValueKind == JsonValueKind.Object ? At(value.GetProperty(way[0]), way[1..]) : [];
    }

    private void Object(string entity, string id, IReadOnlyList<AskedField> fields)
    {
        visited.Add((entity, id));
        if (done.Add((entity, id, fields)))
            Fields(new Place(entity, id, [], [.. calls.SelectMany(call => call.Copies(entity, id))]), fields);
    }

    private void Fields(Place here, IReadOnlyList<AskedField> fields)
    {
        foreach (var field in fields.Where(field => field.Name is not ("__typename" or "id" or "launchLibraryId") && UpstreamFacts.IsFor(field.On, here.Entity)))
        {
            if (UpstreamFacts.Edge(here.Entity, field.Name) is { } edge)
            {
                if ((edge.By == "id" ? here.Id : Value(here, edge.By)?.ToString()) is { } value)
                {
                    var template = ListQuestion.Of(edge.Path, field);
                    Rows(template.For(edge.Parameter, [value]), (template, edge, value), field);
                }
            }
            else
            {
                foreach (var way in UpstreamFacts.Gather(here.Entity, field.Name) ?? [UpstreamFacts.Field(here.Entity, field.Name)!.Name])
                    Follow(here, way.Split('.'), field);
            }
        }
    }

    /// <summary>Along the way and on with what is selected at its end.</summary>
    private void Follow(Place here, ReadOnlySpan<string> way, AskedField field)
    {
        var step = UpstreamFacts.Raw(here.Entity, way[0]);
        // A landing shows its stage without the landing, which is itself; a port of no station has nothing docked.
        if (step.Name == "landing" && here is { Entity: "FirstStage", Owner: { } back } && here.Way[^1].Field == "firststage")
        {
            Object("Landing", back.Id!, field.Children);
            return;
        }

        if (step.Name == "currently_docked" && here.Copies.Any(copy => copy.TryGetProperty("spacestation", out var at) && at.ValueKind == JsonValueKind.Null))
            return;
        var values = here.Copies.Where(copy => copy.TryGetProperty(step.Name, out _)).Select(copy => copy.GetProperty(step.Name)).ToList();
        if (values.Count == 0)
        {
            var (entity, id) = here.Owner ?? (here.Entity, here.Id);
            if (here.Id is not null && calls.Select(call => call.Holder(entity, id!, step.Name)).FirstOrDefault(holder => holder is not null) is { } holder)
                Object(holder.Entity, holder.Id, field.Children);
            else
                gaps.Add(new Gap(entity, id) { Way = here.Way, Field = step.Name });
            return;
        }

        if (step.Child is null || values[0].ValueKind == JsonValueKind.Null)
            return;
        var items = values[0].ValueKind == JsonValueKind.Array ? values[0].GetArrayLength() : 1;
        for (var i = 0; i < items; i++)
        {
            var copies = values.Select(value => value.ValueKind == JsonValueKind.Array ? value[i] : value).ToList();
            var isOwn = UpstreamFacts.ResourceOf(step.Child) is not null;
            var id = isOwn ? copies[0].GetProperty("id").ToString() : null;
            if (isOwn && way.Length == 1)
            {
                Object(step.Child, id!, field.Children);
                continue;
            }

            if (isOwn)
                visited.Add((step.Child, id!));
            var next = isOwn
                ? new Place(step.Child, id, [], [.. calls.SelectMany(call => call.Copies(step.Child, id!))])
                : new Place(step.Child, null, [.. here.Way, (step.Name, i)], copies) { Owner = here.Owner ?? (here.Entity, here.Id) };
            if (way.Length > 1)
                Follow(next, way[1..], field);
            else
                Fields(next, field.Children);
        }
    }

    private JsonElement? Value(Place here, string name)
    {
        foreach (var copy in here.Copies)
        {
            if (copy.TryGetProperty(name, out var value))
                return value;
        }

        gaps.Add(new Gap(here.Entity, here.Id) { Field = name });
        return null;
    }

    /// <param name="Way">From the object with an id of its own down to this one.</param>
    private sealed record Place(string Entity, string? Id, IReadOnlyList<(string Field, int Place)> Way, IReadOnlyList<JsonElement> Copies)
    {
        public (string Entity, string? Id)? Owner { get; init; }
    }
}
