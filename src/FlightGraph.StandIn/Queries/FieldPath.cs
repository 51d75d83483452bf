using FlightGraph.StandIn.Data;

namespace FlightGraph.StandIn.Queries;

/// <summary>A way from an entity to values, as Django writes it: <c>rocket__configuration__name</c>.</summary>
internal sealed class FieldPath
{
    private readonly IReadOnlyList<Func<Record, Moment, object?>> steps;

    private FieldPath(IReadOnlyList<Func<Record, Moment, object?>> steps, string? target)
    {
        this.steps = steps;
        Target = target;
    }

    /// <summary>The entity that the path ends at; null if it ends at a scalar.</summary>
    public string? Target { get; }

    /// <exception cref="FormatException">The path names something that is not there.</exception>
    public static FieldPath Parse(EntityModel model, string entity, string path)
    {
        var steps = new List<Func<Record, Moment, object?>>();
        string? at = entity;
        foreach (var name in path.Split("__"))
        {
            if (at is not null && Backlinks.Find(at, name) is { } link)
            {
                steps.Add(link.Follow);
                at = link.Target;
                continue;
            }

            if (at is null || model[at].Find(name) is not { } field)
                throw new FormatException($"The path '{path}' of {entity} breaks off at '{name}'.");

            steps.Add((record, moment) => moment.Value(record, field));
            at = field.Target;
        }

        return new FieldPath(steps, at);
    }

    /// <summary>All values at the end of the path: none where a relation is missing, several where it is a list.</summary>
    public IEnumerable<object> Values(Record record, Moment moment) => Walk(record, moment, 0);

    private IEnumerable<object> Walk(Record record, Moment moment, int step)
    {
        var value = steps[step](record, moment);
        if (step == steps.Count - 1)
            return value is IReadOnlyList<Record> many ? many : value is null ? [] : [value];

        return value switch
        {
            Record next => Walk(next, moment, step + 1),
            IReadOnlyList<Record> all => all.SelectMany(next => Walk(next, moment, step + 1)),
            _ => [],
        };
    }
}
