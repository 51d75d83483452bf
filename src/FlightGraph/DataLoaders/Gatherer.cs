using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;

namespace FlightGraph.DataLoaders;

/// <summary>Walks from an object along several ways and collects the objects at their ends, hydrating what is absent on the way.</summary>
internal sealed class Gatherer(Hydrator hydrator)
{
    /// <summary>Every object at the end of a way, in the order of the ways; each once.</summary>
    /// <param name="purpose">The field that asks, as a schema coordinate.</param>
    public GatherStep Start(ResourceObject owner, IReadOnlyList<IReadOnlyList<EntityField>> ways, string purpose) => Go(new Walk(owner, ways, []), purpose);

    private GatherStep Go(Walk walk, string purpose)
    {
        // Queued now, so that they go out with the batch of their level.
        var fillings = Fill(walk, purpose);
        if (fillings.Count == 0)
            return walk.Collect();
        return new GatherStep([], Next: new(async cancellationToken =>
        {
            var values = await Task.WhenAll(fillings.Select(filling => filling.Value.GetAsync(cancellationToken)));
            if (values.FirstOrDefault(value => value.Error is not null) is { } failed)
                return new GatherStep([], failed.Error);
            foreach (var (gap, value) in fillings.Keys.Zip(values))
                walk.Filled[gap] = value.Value;
            return Go(walk, purpose);
        }));
    }

    private Dictionary<(ResourceObject Owner, EntityField Field), Pending<HydratedValue>> Fill(Walk walk, string purpose) =>
        walk.FindGaps().Distinct().ToDictionary(gap => gap, gap => hydrator.Load(gap.Owner, gap.Field, purpose));

    /// <summary>A walk over documents with what was hydrated so far in the place of what they lack.</summary>
    private sealed record Walk(
        ResourceObject Owner, IReadOnlyList<IReadOnlyList<EntityField>> Ways, Dictionary<(ResourceObject Owner, EntityField Field), FieldValue> Filled)
    {
        public IEnumerable<(ResourceObject Owner, EntityField Field)> FindGaps() => Ways.SelectMany(way => FindGaps(Owner, way, 0));

        public GatherStep Collect()
        {
            List<ResourceObject> found = [];
            var isMalformed = false;
            foreach (var way in Ways)
                isMalformed |= Collect(Owner, way, 0, found);
            // The same object may lie at the end of two ways.
            return isMalformed
                ? new GatherStep([], new UpstreamError(UpstreamErrorKind.Malformed, "The upstream's value is not one that this field can have."))
                : new GatherStep([.. found.DistinctBy(item => (object?)item.Id ?? item)]);
        }

        private FieldValue Value(ResourceObject owner, EntityField field) =>
            owner[field] is { Kind: not FieldValueKind.Absent } value ? value : Filled.GetValueOrDefault((owner, field));

        private IEnumerable<(ResourceObject Owner, EntityField Field)> FindGaps(ResourceObject from, IReadOnlyList<EntityField> way, int step)
        {
            if (step == way.Count)
                return [];
            var value = Value(from, way[step]);
            return value.Kind == FieldValueKind.Absent ? [(from, way[step])] : value.Objects.SelectMany(item => FindGaps(item, way, step + 1));
        }

        private bool Collect(ResourceObject from, IReadOnlyList<EntityField> way, int step, List<ResourceObject> found)
        {
            if (step == way.Count)
            {
                found.Add(from);
                return false;
            }

            var value = Value(from, way[step]);
            var isMalformed = value.Kind == FieldValueKind.Malformed;
            foreach (var item in value.Objects)
                isMalformed |= Collect(item, way, step + 1, found);
            return isMalformed;
        }
    }
}
