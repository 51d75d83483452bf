using System.Collections.Concurrent;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Upstream.Store;

/// <summary>
/// Every object that any answer contained, by entity and id, wherever it stood. Several copies of one object may be kept: a
/// newer thin one does not hide an older rich one. A copy is given whole, so that one object never mixes two ages. Anybody may
/// read at any time; what is written is written under the lock of <see cref="AnswerMemory"/>.
/// </summary>
public sealed class EntityStore(TimeProvider clock)
{
    /// <summary>How many ids that the upstream does not have are remembered. Each has cost a call, so there are never many.</summary>
    private const int MaxMissing = 10_000;

    /// <summary>Copies of one object, the newest first.</summary>
    private readonly ConcurrentDictionary<(Entity Entity, string Id), Remembered<ResourceObject>[]> objects = new();
    private readonly ConcurrentDictionary<(Entity Entity, string Id), Stamp> missing = new();

    /// <summary>How many objects are remembered, each counted once.</summary>
    public int Count => objects.Count;

    /// <summary>The same by entity.</summary>
    public IReadOnlyDictionary<Entity, int> CountByEntity => objects.Keys.CountBy(key => key.Entity).ToDictionary();

    /// <summary>The newest copy that has by itself what is asked of it and is not too old for who asks; null when there is none.</summary>
    public Remembered<ResourceObject>? Find(Entity entity, string id, Projection need, Tolerance tolerance)
    {
        var now = clock.GetUtcNow();
        return Find(entity, id, need, stamp => tolerance.Accepts(stamp, now));
    }

    /// <summary>The newest copy that has what is asked of it and is good enough where the upstream failed.</summary>
    public Remembered<ResourceObject>? FindAfterFailure(Entity entity, string id, Projection need, Tolerance tolerance)
    {
        var now = clock.GetUtcNow();
        return Find(entity, id, need, stamp => tolerance.AcceptsAfterFailure(stamp, now));
    }

    /// <summary>Since when it is known that the upstream has no such object; null when that is not known, or not lately enough.</summary>
    public Stamp? FindMissing(Entity entity, string id, Tolerance tolerance)
    {
        var now = clock.GetUtcNow();
        return missing.TryGetValue((entity, id), out var stamp) && !stamp.IsStale(now) && tolerance.Accepts(stamp, now) ? stamp : null;
    }

    /// <summary>Every copy of an entity's objects, several of one object included.</summary>
    internal IEnumerable<Remembered<ResourceObject>> CopiesOf(Entity entity) => objects.Where(pair => pair.Key.Entity == entity).SelectMany(pair => pair.Value);

    /// <summary>Whether no copy of the object is newer than this one.</summary>
    internal bool IsNewest(ResourceObject value) =>
        !objects.TryGetValue((value.Entity, value.Id!), out var copies) || copies is [] || copies[0].Value == value;

    /// <param name="value">The object by itself; what it holds is added by itself too.</param>
    /// <param name="displaced">Takes the answers whose copies have nothing that newer ones lack.</param>
    internal void Add_NeedsLock(ResourceObject value, Answer answer, Stamp stamp, ISet<Answer> displaced)
    {
        var key = (value.Entity, value.Id!);
        // Told since that it is gone: a copy read before, perhaps inside another object, does not bring it back.
        if (missing.TryGetValue(key, out var gone))
        {
            if (gone.ReadAt > answer.ReadAt)
                return;
            missing.TryRemove(key, out _);
        }

        var added = new Remembered<ResourceObject>(value, answer, stamp);
        var known = objects.GetValueOrDefault(key) ?? [];
        if (known.Any(copy => copy.Answer.ReadAt >= answer.ReadAt && HasAllOf(copy.Value, value)))
            return;

        var kept = known.Where(copy => copy.Answer.ReadAt > answer.ReadAt || !HasAllOf(value, copy.Value)).ToList();
        foreach (var copy in known.Except(kept))
            Release(copy, displaced);
        var place = kept.FindIndex(copy => copy.Answer.ReadAt <= answer.ReadAt);
        kept.Insert(place < 0 ? kept.Count : place, added);
        answer.Uses++;
        objects[key] = [.. kept];
    }

    /// <summary>The upstream has no such object. What was known of it before is known no more.</summary>
    internal void AddMissing_NeedsLock(Entity entity, string id, Stamp stamp, ISet<Answer> displaced)
    {
        var key = (entity, id);
        if (objects.TryGetValue(key, out var copies))
        {
            var newer = copies.Where(copy => copy.Answer.ReadAt > stamp.ReadAt).ToArray();
            foreach (var copy in copies.Except(newer))
                Release(copy, displaced);
            if (newer.Length > 0)
            {
                objects[key] = newer;
                return;
            }

            objects.TryRemove(key, out _);
        }

        missing[key] = stamp;
        if (missing.Count > MaxMissing)
        {
            foreach (var (old, _) in missing.OrderBy(pair => pair.Value.ReadAt).Take(MaxMissing / 10).ToList())
                missing.TryRemove(old, out _);
        }
    }

    internal void Remove_NeedsLock(ResourceObject value, Answer answer)
    {
        var key = (value.Entity, value.Id!);
        if (!objects.TryGetValue(key, out var copies))
            return;
        Remembered<ResourceObject>[] kept = [.. copies.Where(copy => copy.Answer != answer)];
        answer.Uses -= copies.Length - kept.Length;
        if (kept.Length == 0)
            objects.TryRemove(key, out _);
        else
            objects[key] = kept;
    }

    /// <summary>Gives the copies of an entity's objects other ages.</summary>
    /// <param name="stampOf">The age of a copy from now on.</param>
    internal void Restamp_NeedsLock(Entity entity, Func<Remembered<ResourceObject>, Stamp> stampOf)
    {
        foreach (var (key, copies) in objects)
        {
            if (key.Entity == entity)
                objects[key] = [.. copies.Select(copy => copy with { Stamp = stampOf(copy) })];
        }
    }

    private Remembered<ResourceObject>? Find(Entity entity, string id, Projection need, Func<Stamp, bool> accepts)
    {
        if (!objects.TryGetValue((entity, id), out var copies))
            return null;
        foreach (var copy in copies)
        {
            if (accepts(copy.Stamp) && copy.Value.Covers(need))
                return copy;
        }

        return null;
    }

    private static void Release(Remembered<ResourceObject> copy, ISet<Answer> displaced)
    {
        copy.Answer.Uses--;
        displaced.Add(copy.Answer);
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
}
