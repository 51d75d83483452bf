using System.Collections.Concurrent;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream.Store;

/// <summary>
/// Every object that any answer contained, by entity and id, wherever it stood. Several copies of one object may be kept: a
/// newer thin one does not hide an older rich one, as long as that is fresh. A copy is given whole, so that one object never
/// mixes two ages.
/// </summary>
public sealed class EntityStore(IOptions<StoreOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(Entity Entity, string Id), Remembered<ResourceObject>[]> objects = new();

    /// <summary>How many objects are remembered, each counted once.</summary>
    public int Count => objects.Count;

    /// <summary>Remembers the object and all that lie in it.</summary>
    public void Remember(ResourceObject root)
    {
        if (options.Value.FreshFor == TimeSpan.Zero || options.Value.MaxObjects == 0)
            return;
        Remember(root, clock.GetUtcNow());
        if (objects.Count > options.Value.MaxObjects)
            Forget();
    }

    /// <summary>The newest fresh copy that has by itself what is asked of it; null when there is none.</summary>
    public ResourceObject? Find(Entity entity, string id, Projection need)
    {
        if (!objects.TryGetValue((entity, id), out var copies))
            return null;
        var oldest = clock.GetUtcNow() - options.Value.FreshFor;
        // The newest copy stands first.
        foreach (var copy in copies)
        {
            if (copy.ReadAt > oldest && copy.Value.Covers(need))
                return copy.Value;
        }

        return null;
    }

    private void Remember(ResourceObject value, DateTimeOffset now)
    {
        // What cannot be asked for is never looked up; it is remembered as a part of what holds it.
        if (value is { Id: { } id, Entity.Resource: not null })
            objects.AddOrUpdate((value.Entity, id), static (_, added) => [added], Merge, new Remembered<ResourceObject>(value, now));

        foreach (var field in value.Entity.Fields)
        {
            if (field.Child is null)
                continue;
            foreach (var below in value[field].Objects)
                Remember(below, now);
        }
    }

    /// <summary>The new copy before the old ones, less those that have nothing it lacks and those past their time.</summary>
    private Remembered<ResourceObject>[] Merge((Entity, string) key, Remembered<ResourceObject>[] known, Remembered<ResourceObject> added)
    {
        var oldest = added.ReadAt - options.Value.FreshFor;
        // A copy of the same document that has less adds nothing either.
        if (known.Any(copy => copy.ReadAt == added.ReadAt && HasAllOf(copy.Value, added.Value)))
            return known;
        return [added, .. known.Where(copy => copy.ReadAt > oldest && !HasAllOf(added.Value, copy.Value))];
    }

    private static bool HasAllOf(ResourceObject rich, ResourceObject thin)
    {
        foreach (var field in thin.Entity.Fields)
        {
            var (left, right) = (rich[field], thin[field]);
            if (right.Kind == FieldValueKind.Absent)
                continue;
            if (left.Kind == FieldValueKind.Absent)
                return false;
            // Objects that are part of it may be thicker in one than in the other.
            if (field.Child is { Resource: null } && left.Kind == FieldValueKind.Object && right.Kind == FieldValueKind.Object && !HasAllOf(left.Object, right.Object))
                return false;
        }

        return true;
    }

    private void Forget()
    {
        var keep = options.Value.MaxObjects * 3 / 4;
        foreach (var (key, _) in objects.OrderBy(pair => pair.Value[0].ReadAt).Take(objects.Count - keep).ToList())
            objects.TryRemove(key, out _);
    }
}
