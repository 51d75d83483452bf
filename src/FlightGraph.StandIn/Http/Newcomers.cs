using FlightGraph.StandIn.Data;

namespace FlightGraph.StandIn.Http;

/// <summary>
/// Launches that turn up at the front of the list while callers page through it. They are made up: each is the earliest launch
/// once more, under a name of its own.
/// </summary>
/// <param name="every">After how many lists of launches one turns up; 0 is never.</param>
internal sealed class Newcomers(DataSet data, int every)
{
    private const string Launch = "Launch";

    private readonly Lock gate = new();
    private readonly Record? original = data.All(Launch).MinBy(launch => launch.Time("net"));
    private readonly List<Record> arrived = [];

    private int lists;

    /// <summary>Counts a list and gives what belongs in front of its rows, the newest first.</summary>
    public IReadOnlyList<Record> InFrontOfNextList(string entity)
    {
        if (every == 0 || entity != Launch || original is null)
            return [];

        lock (gate)
        {
            if (lists > 0 && lists % every == 0)
                arrived.Insert(0, Copy(original, arrived.Count + 1));
            lists++;
            return [.. arrived];
        }
    }

    public Record? Find(string entity, string id)
    {
        if (entity != Launch || !Guid.TryParse(id, out var key))
            return null;

        lock (gate)
            return arrived.Find(launch => key.Equals(launch.Id));
    }

    private static Record Copy(Record launch, int number)
    {
        var entity = launch.Entity;
        var copy = new Record(entity, "newcomers", number);
        foreach (var field in entity.Fields.Where(field => field.Computed is null))
            copy[field] = launch[field];

        var slug = $"newcomer-{number}";
        copy[entity.Field("id")] = SlugId.Of(slug);
        copy[entity.Field("slug")] = slug;
        copy[entity.Field("name")] = $"Newcomer {number}";
        copy[entity.Field("launch_designator")] = null;
        return copy;
    }
}
