using System.Diagnostics;

namespace FlightGraph.StandIn.Data;

/// <summary>One object of the data set.</summary>
/// <remarks>
/// Values are null, string, long, double, bool, <see cref="Guid"/>, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>,
/// <see cref="TimeSpan"/>, <see cref="Record"/> or an array of records. A record does not change once the data set stands,
/// but for the places of computed values, which are filled when first asked for.
/// </remarks>
[DebuggerDisplay("{Entity.Name} {Id}")]
internal sealed class Record
{
    private readonly object?[] values;

    public Record(EntityDefinition entity, string file, int line)
    {
        Entity = entity;
        File = file;
        Line = line;
        values = new object?[entity.Fields.Count];
        foreach (var field in entity.Fields.Where(field => field.Computed is not null))
            values[field.Index] = NotComputed;
    }

    /// <summary>Stands where a computed value is not known yet, because null is a value.</summary>
    public static object NotComputed { get; } = new();

    public EntityDefinition Entity { get; }

    public string File { get; }

    public int Line { get; }

    /// <summary>The record that an inline object stands in, and the field it stands under.</summary>
    public Record? Owner { get; init; }

    public EntityField? OwnerField { get; init; }

    public object? Id => Entity.Find("id") is { } place ? values[place.Index] : null;

    public object? this[EntityField place]
    {
        get => values[place.Index];
        set => values[place.Index] = value;
    }

    public object? this[string name] => values[Entity.Field(name).Index];

    public Record? One(string field) => (Record?)this[field];

    public IReadOnlyList<Record> Many(string field) => (Record[]?)this[field] ?? [];

    public string Text(string field) => (string?)this[field] ?? "";

    public DateTimeOffset? Time(string field) => (DateTimeOffset?)this[field];
}
