using System.Text.Json;
using FlightGraph.StandIn.Contract;

namespace FlightGraph.StandIn.Data;

/// <summary>Turns nodes into records and then puts related records in the places of their ids.</summary>
internal sealed class FixtureBinder(EntityModel model, List<FixtureError> errors)
{
    /// <summary>Inline objects without a typed id are numbered from here on, away from LL2's own.</summary>
    private const long FirstOwnId = 10_000;

    private readonly List<Record> records = [];
    private readonly List<Reference> references = [];
    private readonly Dictionary<(string Entity, object Id), Record> byId = [];
    private readonly Dictionary<string, Record> launchBySlug = [];

    public IReadOnlyList<Record> Records => records;

    public void Bind(FixtureSource source, FixtureNode file)
    {
        if (model.FindCollection(source.Collection) is not { } entity)
        {
            Report(source.Path, 1, $"No collection is called '{source.Collection}'");
            return;
        }

        if (file.Kind != JsonValueKind.Array)
        {
            Report(source.Path, file.Line, $"A file is a list of records, not {file}");
            return;
        }

        foreach (var node in file.Items)
            BindRecord(entity, source.Path, node, owner: null, ownerField: null);
    }

    /// <summary>Call once all files are bound.</summary>
    public void Resolve()
    {
        foreach (var reference in references)
            Resolve(reference);

        NumberInlineObjects();
    }

    private Record? BindRecord(EntityDefinition entity, string file, FixtureNode node, Record? owner, EntityField? ownerField)
    {
        if (node.Kind != JsonValueKind.Object)
        {
            Report(file, node.Line, $"{entity.Name} is an object, not {node}");
            return null;
        }

        var record = new Record(entity, file, node.Line) { Owner = owner, OwnerField = ownerField };
        records.Add(record);
        var seen = new HashSet<string>();
        foreach (var member in node.Members)
        {
            if (!seen.Add(member.Name))
                Report(file, member.Line, $"'{member.Name}' is typed twice");
            else if (FindTyped(record, member) is { } field)
                BindValue(record, field, member.Value);
        }

        FillIn(record);
        Register(record);
        foreach (var field in entity.Fields)
            RequireValue(record, field, node);

        return record;
    }

    private EntityField? FindTyped(Record record, FixtureMember member)
    {
        var field = record.Entity.Find(member.Name);
        if (field is { IsTyped: true })
            return field;

        Report(record.File, member.Line, field is not null
            ? $"'{member.Name}' of {record.Entity.Name} is computed, not typed"
            : member.Name is "url" or "response_mode"
                ? $"'{member.Name}' is made by the stand-in, not typed"
                : $"{record.Entity.Name} has no field '{member.Name}'");
        return null;
    }

    private void BindValue(Record record, EntityField field, FixtureNode node)
    {
        if (node.Kind == JsonValueKind.Null)
            return;

        switch (field.Kind)
        {
            case ValueKind.Many when node.Kind != JsonValueKind.Array:
                Report(record.File, node.Line, $"'{field.Name}' takes a list, not {node}");
                return;
            case ValueKind.Many when IsInline(field):
                record[field] = node.Items.Select(item => BindInline(record, field, item)).OfType<Record>().ToArray();
                return;
            case ValueKind.One when IsInline(field):
                record[field] = BindInline(record, field, node);
                return;
            case ValueKind.Many or ValueKind.One:
                references.Add(new Reference(record, field, node));
                return;
        }

        record[field] = ScalarReader.Read(node, field.Kind);
        if (record[field] is null)
            Report(record.File, node.Line, $"'{field.Name}' takes {ScalarReader.Expected(field.Kind)}, not {node}");
    }

    private Record? BindInline(Record record, EntityField field, FixtureNode node) =>
        BindRecord(TargetOf(field), record.File, node, record, field);

    private static void FillIn(Record record)
    {
        if (record.Entity.Name != "Launch")
            return;

        var entity = record.Entity;
        record[entity.Field("window_start")] ??= record["net"];
        record[entity.Field("window_end")] ??= record["net"];
        if (record.Text("slug").Length > 0)
            record[entity.Field("id")] ??= SlugId.Of(record.Text("slug"));
    }

    private void Register(Record record)
    {
        // Crew members are exempt: LL2 gives launch crew and landing crew rows of their own, but shares some of them.
        var entity = record.Entity.Name;
        if (record.Id is { } id && entity != "AstronautFlight" && !byId.TryAdd((entity, id), record))
            Report(record.File, record.Line, $"{entity} {id} is there already, in {Place(byId[(entity, id)])}");

        if (entity == "Launch" && record.Text("slug") is { Length: > 0 } slug && !launchBySlug.TryAdd(slug, record))
            Report(record.File, record.Line, $"The launch '{slug}' is there already, in {Place(launchBySlug[slug])}");
    }

    private void RequireValue(Record record, EntityField field, FixtureNode node)
    {
        if (record[field] is not null || !field.IsTyped)
            return;

        // A value that was typed but wrong, or an id still to be resolved, has been dealt with.
        var typed = node.Members.FirstOrDefault(member => member.Name == field.Name);
        if (typed is { Value.Kind: not JsonValueKind.Null })
            return;

        record[field] = field.Kind switch
        {
            ValueKind.Many => Array.Empty<Record>(),
            ValueKind.Boolean when !field.Nullable => false,
            ValueKind.Text when !field.Nullable && field.Name != "slug" => "",
            _ => null,
        };
        if (record[field] is null && !field.Nullable && !(field.Name == "id" && record.Entity.Collection is null))
            Report(record.File, typed?.Line ?? node.Line, $"{record.Entity.Name} needs '{field.Name}'");
    }

    private void Resolve(Reference reference)
    {
        var (record, field, node) = reference;
        record[field] = field.Kind == ValueKind.Many
            ? node.Items.Select(item => Resolve(record, field, item)).OfType<Record>().ToArray()
            : Resolve(record, field, node);
    }

    private Record? Resolve(Record record, EntityField field, FixtureNode node)
    {
        var target = TargetOf(field).Name;
        Record? found;
        switch (target, node.Scalar)
        {
            case ("Launch", string slug):
                found = launchBySlug.GetValueOrDefault(slug);
                break;
            case (not "Launch", long id):
                found = byId.GetValueOrDefault((target, id));
                break;
            default:
                var expected = target == "Launch"
                    ? "the slug of a launch"
                    : $"the id of a record of {TargetOf(field).Collection}";
                Report(record.File, node.Line, $"'{field.Name}' takes {expected}, not {node}");
                return null;
        }

        if (found is null)
            Report(record.File, node.Line, $"'{field.Name}' leads to {target} {node.Scalar}, which is not there");
        return found;
    }

    private void NumberInlineObjects()
    {
        var last = new Dictionary<string, long>();
        foreach (var record in records.Where(record => record.Id is null && record.Entity.Collection is null))
        {
            if (record.Entity.Find("id") is not { } field)
                continue;

            var id = last.GetValueOrDefault(record.Entity.Name, FirstOwnId - 1);
            do
                id++;
            while (byId.ContainsKey((record.Entity.Name, id)));
            last[record.Entity.Name] = id;
            record[field] = id;
        }
    }

    private bool IsInline(EntityField field) => TargetOf(field).Collection is null;

    // Only called for fields that hold related objects, which have a target.
    private EntityDefinition TargetOf(EntityField field) => model[field.Target!];

    private static string Place(Record record) => $"{record.File}:{record.Line}";

    private void Report(string file, int line, string message) => errors.Add(new FixtureError(file, line, message + "."));

    private sealed record Reference(Record Record, EntityField Field, FixtureNode Node);
}
