using FlightGraph.Upstream.Archive;
using FlightGraph.Upstream.Budget;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Requests;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream.Store;

/// <summary>
/// Takes in what the upstream answered: its objects and pages into the stores, with their ages, within the memory allowed. The one
/// writer of the stores; see <c>readme.md</c> beside this file.
/// </summary>
public sealed partial class AnswerMemory(
    EntityStore objects, ListStore lists, DocumentStore documents, Lifetimes lifetimes, LaunchCalendar launches, IOptions<CacheOptions> options)
{
    /// <summary>The views on a document's bytes take about as much again as the bytes; measured on launches and flights.</summary>
    private const int MemoryForByte = 2;

    /// <summary>An object's place in the index, with its key and copy.</summary>
    private const int MemoryForObject = 250;

    private readonly Lock guard = new();

    /// <summary>Every answer of which something is remembered.</summary>
    private readonly HashSet<Answer> answers = [];

    /// <summary>How many of them answer to one address: a row that a newer page lacks may keep an older one.</summary>
    private readonly Dictionary<string, int> addresses = new(StringComparer.Ordinal);
    private long memory;
    private long uses;

    /// <summary>What the remembered answers take, in bytes as estimated.</summary>
    public long Memory
    {
        get
        {
            lock (guard)
                return memory;
        }
    }

    /// <summary>How many answers are remembered, at least in part.</summary>
    public int Count
    {
        get
        {
            lock (guard)
                return answers.Count;
        }
    }

    private bool RemembersNothing => options.Value.MaxMemory == 0;

    /// <summary>An object that was asked for by its id, or a document that there is but one of.</summary>
    /// <param name="bytes">Of the body.</param>
    /// <returns>Its age; and the addresses of answers that are of no use any more.</returns>
    public (Stamp Stamp, IReadOnlyList<string> Displaced) Remember(
        UpstreamAddress address, ResourceObject value, int bytes, DateTimeOffset readAt, AnswerOrigin origin = AnswerOrigin.Upstream) =>
        Remember(address, [value], bytes, readAt, origin, (answer, stamp, displaced) =>
        {
            if (address is DocumentAddress { Document: var document, Mode: var mode })
                documents.Add_NeedsLock(document, mode, value, answer, stamp, displaced);
        });

    /// <summary>A page.</summary>
    public (Stamp Stamp, IReadOnlyList<string> Displaced) Remember(
        PageAddress address, ResourcePage page, int bytes, DateTimeOffset readAt, AnswerOrigin origin = AnswerOrigin.Upstream)
    {
        lists.Count(address.Request, page, readAt);
        var list = new Stamp(readAt, lifetimes.FreshUntil(address.Request, page, readAt));
        var (rows, useless) = Remember(address, [.. page.Rows.OfType<ResourceObject>()], bytes, readAt, origin, (answer, rows, displaced) =>
            lists.Add_NeedsLock(address.Request, page, answer, rows.And(list), displaced));
        return (rows.And(list), useless);
    }

    /// <summary>
    /// Rows that came together by chance: what was edited since a moment. The page itself is of no use to anybody, and displaces
    /// nothing that is kept: it is not kept either.
    /// </summary>
    public Stamp RememberRows(PageAddress address, ResourcePage page, int bytes, DateTimeOffset readAt) =>
        Remember(address, [.. page.Rows.OfType<ResourceObject>()], bytes, readAt, AnswerOrigin.Upstream, (_, _, _) => { }).Stamp;

    /// <summary>A page put together from the rows of others; as old as they are.</summary>
    public void RememberPart(PageRequest request, ResourcePage part, Stamp stamp)
    {
        if (RemembersNothing)
            return;
        lock (guard)
        {
            var answer = new Answer(new PageAddress(request), stamp.ReadAt, AnswerOrigin.Part, [], MemoryForObject + (part.Rows.Count * IntPtr.Size));
            Keep_NeedsLock(answer, displaced => lists.Add_NeedsLock(request, part, answer, stamp, displaced));
        }
    }

    /// <summary>That there is no such object.</summary>
    public (Stamp Stamp, IReadOnlyList<string> Displaced) RememberMissing(ObjectAddress address, DateTimeOffset readAt)
    {
        var stamp = new Stamp(readAt, lifetimes.MissingUntil(readAt));
        if (RemembersNothing)
            return (stamp, []);
        lock (guard)
        {
            var displaced = new HashSet<Answer>();
            objects.AddMissing_NeedsLock(address.Resource.Entity, address.Id, stamp, displaced);
            return (stamp, Drop_NeedsLock(displaced));
        }
    }

    /// <summary>Says that something of the answer was used, so that others are forgotten first.</summary>
    public void MarkUsed(Answer answer) => answer.MarkUsed(Volatile.Read(ref uses));

    private (Stamp Stamp, IReadOnlyList<string> Displaced) Remember(
        UpstreamAddress address, IReadOnlyList<ResourceObject> roots, int bytes, DateTimeOffset readAt, AnswerOrigin origin, Action<Answer, Stamp, ISet<Answer>> addWhole)
    {
        List<(ResourceObject Value, Stamp Stamp)> found = [];
        var whole = roots.Select(root => Collect(root, readAt, origin, found))
            .Aggregate(new Stamp(readAt, origin == AnswerOrigin.Elsewhere ? readAt : DateTimeOffset.MaxValue), (all, root) => all.And(root));
        if (RemembersNothing)
        {
            foreach (var (value, _) in found.Where(_ => origin == AnswerOrigin.Upstream))
                Note(value);
            return (whole, []);
        }

        lock (guard)
        {
            var answer = new Answer(address, readAt, origin, roots, ((long)bytes * MemoryForByte) + ((long)found.Count * MemoryForObject));
            return (whole, Keep_NeedsLock(answer, displaced =>
            {
                foreach (var (value, stamp) in found)
                {
                    objects.Add_NeedsLock(value, answer, stamp, displaced);
                    if (origin == AnswerOrigin.Upstream && objects.IsNewest(value))
                        Note(value);
                }

                addWhole(answer, whole, displaced);
            }));
        }
    }

    /// <summary>Every object that can be asked for, with its age; the root's is given back.</summary>
    private Stamp Collect(ResourceObject value, DateTimeOffset readAt, AnswerOrigin origin, List<(ResourceObject Value, Stamp Stamp)> found)
    {
        Collect(value, out var freshUntil);
        return new Stamp(readAt, freshUntil);

        DateTimeOffset Collect(ResourceObject here, out DateTimeOffset own)
        {
            var (end, hurry) = origin == AnswerOrigin.Elsewhere ? (readAt, readAt) : lifetimes.FreshUntil(here, readAt);
            foreach (var field in here.Entity.Fields)
            {
                if (field.Child is null)
                    continue;
                foreach (var below in here[field].Objects)
                    hurry = Earlier(hurry, Collect(below, out _));
            }

            own = Earlier(end, hurry);
            // What cannot be asked for is never looked up; it is remembered as a part of what holds it.
            if (here is { Id: not null, Entity.Resource: not null })
                found.Add((here, new Stamp(readAt, own)));
            return hurry;
        }
    }

    /// <summary>When launches are to happen tells the budget when clients will ask the most.</summary>
    private void Note(ResourceObject value)
    {
        if (value.Entity.Name == FreshnessTable.LaunchName && FreshnessTable.IsFinal(value) is { } isFinal && value.MomentOf("net") is { } net)
            launches.Note(value.Id!, net, isFinal);
    }

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;

    private List<string> Keep_NeedsLock(Answer answer, Action<ISet<Answer>> add)
    {
        var displaced = new HashSet<Answer>();
        add(displaced);
        if (answer.Uses > 0)
        {
            answers.Add(answer);
            var address = answer.Address.ToRelativeUri();
            addresses[address] = addresses.GetValueOrDefault(address) + 1;
            memory += answer.Memory;
            answer.MarkUsed(++uses);
        }

        var useless = Drop_NeedsLock(displaced);
        if (memory > options.Value.MaxMemory)
            Forget_NeedsLock();
        return useless;
    }

    /// <summary>Lets go of the answers of which nothing is in use. Says which addresses need not be kept anywhere.</summary>
    private List<string> Drop_NeedsLock(HashSet<Answer> displaced)
    {
        List<string> useless = [];
        foreach (var answer in displaced.Where(answer => answer.Uses == 0 && answers.Contains(answer)))
        {
            if (LetGo_NeedsLock(answer) is { } address)
                useless.Add(address);
        }

        return useless;
    }

    /// <summary>Gives the answer's address where no other answer has it.</summary>
    private string? LetGo_NeedsLock(Answer answer)
    {
        answers.Remove(answer);
        memory -= answer.Memory;
        var address = answer.Address.ToRelativeUri();
        addresses[address]--;
        return addresses[address] == 0 && addresses.Remove(address) ? address : null;
    }

    /// <summary>Forgets whole answers, those that were used longest ago first. They are still in the archive.</summary>
    private void Forget_NeedsLock()
    {
        var enough = options.Value.MaxMemory / 10 * 9;
        foreach (var answer in answers.OrderBy(answer => answer.LastUse).ToList())
        {
            if (memory <= enough)
                break;
            Forget_NeedsLock(answer);
        }
    }

    private void Forget_NeedsLock(Answer answer)
    {
        if (answer.Address is PageAddress { Request: var request })
            lists.Remove_NeedsLock(request, answer);
        if (answer.Address is DocumentAddress { Document: var document, Mode: var mode })
            documents.Remove_NeedsLock(document, mode, answer);
        foreach (var root in answer.Roots)
            Remove(root);
        LetGo_NeedsLock(answer);

        void Remove(ResourceObject here)
        {
            if (here is { Id: not null, Entity.Resource: not null })
                objects.Remove_NeedsLock(here, answer);
            foreach (var field in here.Entity.Fields)
            {
                if (field.Child is null)
                    continue;
                foreach (var below in here[field].Objects)
                    Remove(below);
            }
        }
    }
}
