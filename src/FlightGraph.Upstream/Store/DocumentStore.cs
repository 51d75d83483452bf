using System.Collections.Concurrent;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Freshness;

namespace FlightGraph.Upstream.Store;

/// <summary>
/// Documents that there is but one of, by their depth. Anybody may read at any time; what is written is written under the lock of
/// <see cref="AnswerMemory"/>.
/// </summary>
public sealed class DocumentStore(TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string Path, string? Mode), Remembered<ResourceObject>> documents = new();

    /// <summary>The document, where it is not too old for who asks.</summary>
    public Remembered<ResourceObject>? Find(Singleton document, ResourceMode mode, Tolerance tolerance)
    {
        var now = clock.GetUtcNow();
        return documents.TryGetValue((document.Path, mode.Name), out var known) && tolerance.Accepts(known.Stamp, now)
            // What costs no call is asked for again rather than given when stale.
            && !(document.IsFree && known.Stamp.IsStale(now)) ? known : null;
    }

    /// <summary>The same, where the upstream failed.</summary>
    public Remembered<ResourceObject>? FindAfterFailure(Singleton document, ResourceMode mode, Tolerance tolerance)
    {
        var now = clock.GetUtcNow();
        return documents.TryGetValue((document.Path, mode.Name), out var known) && tolerance.AcceptsAfterFailure(known.Stamp, now) ? known : null;
    }

    internal void Add_NeedsLock(Singleton document, ResourceMode mode, ResourceObject value, Answer answer, Stamp stamp, ISet<Answer> displaced)
    {
        var key = (document.Path, mode.Name);
        if (documents.TryGetValue(key, out var known))
        {
            if (known.Answer.ReadAt > answer.ReadAt)
                return;
            known.Answer.Uses--;
            displaced.Add(known.Answer);
        }

        answer.Uses++;
        documents[key] = new Remembered<ResourceObject>(value, answer, stamp);
    }

    internal void Remove_NeedsLock(Singleton document, ResourceMode mode, Answer answer)
    {
        if (documents.TryGetValue((document.Path, mode.Name), out var known) && known.Answer == answer && documents.TryRemove((document.Path, mode.Name), out _))
            answer.Uses--;
    }
}
