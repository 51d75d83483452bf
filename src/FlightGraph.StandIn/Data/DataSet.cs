using System.Collections.Concurrent;
using System.Collections.Frozen;
using FlightGraph.StandIn.Contract;

namespace FlightGraph.StandIn.Data;

/// <summary>All records, who points at whom, and what has been counted over them so far.</summary>
internal sealed class DataSet
{
    private static readonly Lazy<DataSet> Embedded =
        new(() => FixtureLoader.Load(FixtureSource.Embedded(), LaunchLibraryContract.Current));

    private readonly FrozenDictionary<string, Record[]> byEntity;
    private readonly FrozenDictionary<string, FrozenDictionary<object, Record>> byId;
    private readonly ConcurrentDictionary<EntityField, FrozenDictionary<Record, Record[]>> referring = [];
    private readonly ConcurrentDictionary<(object Of, string What), object> remembered = [];

    public DataSet(EntityModel model, IReadOnlyList<Record> records)
    {
        Model = model;
        byEntity = records.GroupBy(record => record.Entity.Name).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        byId = byEntity
            .Where(pair => model[pair.Key] is { Collection: not null } entity && entity.Find("id") is not null)
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenDictionary(record => record.Id!));
    }

    /// <summary>
    /// The day the newest of the embedded records were written: who was aboard the stations then, and what was planned.
    /// </summary>
    public static DateTimeOffset ToldAsOf { get; } = new(2026, 7, 24, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The data set that is built into the assembly, read once per process.</summary>
    public static DataSet Current => Embedded.Value;

    public EntityModel Model { get; }

    /// <summary>All records of an entity, inline ones included.</summary>
    public IReadOnlyList<Record> All(string entity) => byEntity.GetValueOrDefault(entity) ?? [];

    public Record? Find(string entity, object id) => byId.GetValueOrDefault(entity)?.GetValueOrDefault(id);

    /// <summary>The records of <paramref name="entity"/> whose <paramref name="field"/> names this one.</summary>
    public IReadOnlyList<Record> Referring(string entity, string field, Record target) =>
        referring.GetOrAdd(Model[entity].Field(field), IndexBy).GetValueOrDefault(target) ?? [];

    /// <summary>A figure that does not move with time, made when first asked for.</summary>
    public T Remember<T>(object of, string what, Func<T> make)
        where T : class => (T)remembered.GetOrAdd((of, what), _ => make());

    /// <summary>How many records each collection has, in a line. Those of <c>config/</c> are left out: many, and small.</summary>
    public string Census() => string.Join(", ", byEntity.Values
        .Select(records => (Name: records[0].Entity.HasEndpoint ? records[0].Entity.Collection : null, records.Length))
        .Where(collection => collection.Name?.StartsWith("config/", StringComparison.Ordinal) == false)
        .OrderBy(collection => collection.Name, StringComparer.Ordinal)
        .Select(collection => $"{collection.Length} {collection.Name}"));

    private FrozenDictionary<Record, Record[]> IndexBy(EntityField field) => byEntity.Values
        .Where(records => records[0].Entity.Find(field.Name) == field)
        .SelectMany(records => records)
        .SelectMany(record => Targets(record, field).Select(target => (target, record)))
        .GroupBy(pair => pair.target, pair => pair.record)
        .ToFrozenDictionary(group => group.Key, group => group.Distinct().OrderBy(record => record.Id).ToArray());

    private static IEnumerable<Record> Targets(Record record, EntityField field) => record[field] switch
    {
        Record one => [one],
        Record[] many => many,
        _ => [],
    };
}
