using System.Collections.Concurrent;
using FlightGraph.StandIn.Data.Figures;

namespace FlightGraph.StandIn.Data;

/// <summary>The data set as it stands at one second: the view that all answers are given from.</summary>
/// <param name="holdsOutcomes">Whether a launch flies only when its time has come.</param>
internal sealed class Moment(DataSet data, DateTimeOffset now, bool holdsOutcomes = false)
{
    private readonly ConcurrentDictionary<(Record Record, EntityField Field), object?> passing = [];

    public DataSet Data { get; } = data;

    public DateTimeOffset Now { get; } = now;

    public object? Value(Record record, string field) => Value(record, record.Entity.Field(field));

    public object? Value(Record record, EntityField field)
    {
        var value = record[field];
        if (!ReferenceEquals(value, Record.NotComputed))
            return holdsOutcomes && LaunchOutcome.IsStatus(field, record) ? LaunchOutcome.StatusAt(record, this) : value;

        // Computed fields are the only ones that start as not computed.
        var computed = field.Computed!;
        if (computed.MovesWithTime)
            return passing.GetOrAdd((record, field), _ => Compute(computed, record));

        // Two requests may both get here; they compute the same value, and the place takes either.
        return record[field] = Compute(computed, record);
    }

    public IReadOnlyList<Record> Many(Record record, string field) => (IReadOnlyList<Record>?)Value(record, field) ?? [];

    public bool IsPast(DateTimeOffset? time) => time <= Now;

    // Counts come as int from all over, but a record holds whole numbers as long.
    private object? Compute(ComputedField computed, Record record) => computed.Compute(record, this) switch
    {
        int count => (long)count,
        var value => value,
    };
}
