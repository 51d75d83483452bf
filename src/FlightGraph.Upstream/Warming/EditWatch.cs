using System.Globalization;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;

namespace FlightGraph.Upstream.Warming;

/// <summary>
/// Follows the edits of one resource: asks what was edited since all was known, takes those rows in, and confirms the rest. Only
/// whole lists of edits confirm; a list that breaks off leaves all as it was, and the next begins where it began.
/// </summary>
/// <param name="request">The question without a moment.</param>
/// <param name="upstream">Asks it.</param>
/// <param name="objects">What is remembered.</param>
/// <param name="memory">Is told.</param>
/// <param name="lookBack">How far back it asks at most.</param>
/// <param name="clock">Ours; the upstream's may differ a little.</param>
internal sealed class EditWatch(PageRequest request, UpstreamClient upstream, EntityStore objects, AnswerMemory memory, TimeSpan lookBack, TimeProvider clock)
{
    private const string Filter = $"{AnswerMemory.LastEdit}__gte";

    /// <summary>Where more was edited than this, it is cheaper to ask for what is used.</summary>
    private const int MaxRows = 5 * PageRequest.MaxLimit;

    /// <summary>Until when all edits are known.</summary>
    private DateTimeOffset? known;
    private EditWalk? walk;

    private Entity Entity => request.Resource.Entity;

    /// <summary>Whether a list is read in part.</summary>
    public bool IsUnderWay => walk is not null;

    /// <summary>
    /// 1. Begin, or go on where the last call ended. 2. Ask. 3. Note what was edited. 4. A full list confirms all else; of one
    /// that goes on, the rest is read by further calls; one that is too long or has rows that cannot be read is given up.
    /// </summary>
    public async Task<WarmingOutcome> AskAsync(CallTerms terms, CancellationToken cancellationToken)
    {
        // 1.
        var (shown, oldest) = Remembered();
        var current = walk ?? Begin(oldest);

        // 2.
        var result = await upstream.GetEditsAsync(PageOf(current), terms, cancellationToken);
        if (result.Value is not { } page)
        {
            // A call that was not made for want of budget is made later.
            if (result.Facts is not null)
                walk = null;
            return WarmingOutcome.Of(result);
        }

        // 3.
        var isReadable = Note(page, current.Edits);
        var moved = page.Rows.Count(row => row?.MomentOf(AnswerMemory.LastEdit) is { } edit && !(shown.TryGetValue(row.Id!, out var before) && before >= edit));

        // 4.
        var isWhole = page.Count <= current.Offset + page.Rows.Count;
        walk = null;
        if (!isReadable || page.Count - current.Offset > MaxRows || current.Edits.Count > MaxRows)
        {
            known = current.AskedAt;
        }
        else if (isWhole)
        {
            memory.Confirm(Entity, current.Since, current.AskedAt, current.Edits);
            known = current.AskedAt;
        }
        else
        {
            GoOn(current, page);
            walk = current;
        }

        return WarmingOutcome.Of(result, moved);
    }

    /// <summary>The latest edit that is known of each object, and how old the oldest copy is that more may be learnt of.</summary>
    private (Dictionary<string, DateTimeOffset> Shown, DateTimeOffset? Oldest) Remembered()
    {
        var shown = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        DateTimeOffset? oldest = null;
        foreach (var copy in objects.CopiesOf(Entity))
        {
            if (copy.Value.MomentOf(AnswerMemory.LastEdit) is { } edit && !(shown.TryGetValue(copy.Value.Id!, out var other) && other >= edit))
                shown[copy.Value.Id!] = edit;
            if (!(oldest <= copy.Stamp.ReadAt))
                oldest = copy.Stamp.ReadAt;
        }

        return (shown, oldest);
    }

    private EditWalk Begin(DateTimeOffset? oldest)
    {
        var now = clock.GetUtcNow();
        var since = known ?? oldest ?? now;
        if (since < now - lookBack)
            since = now - lookBack;
        return new EditWalk(since, now) { From = since - AnswerMemory.ClockDifference };
    }

    private PageRequest PageOf(EditWalk current) => request with
    {
        Offset = current.Offset,
        // Whole seconds, as the upstream writes them; rounded down, so that none is left out.
        Filters = [new ResourceFilter(Filter, current.From.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))],
    };

    /// <summary>False where a row does not tell which it is, or when it was edited.</summary>
    private static bool Note(ResourcePage page, Dictionary<string, DateTimeOffset> edits)
    {
        var isReadable = true;
        foreach (var row in page.Rows)
        {
            if (row?.MomentOf(AnswerMemory.LastEdit) is { } edit)
                edits[row.Id!] = edit;
            else
                isReadable = false;
        }

        return isReadable;
    }

    /// <summary>
    /// From the last row's moment on: a row that is edited meanwhile goes to the end, and would draw another over the edge of
    /// pages that are counted. Only rows of one moment are.
    /// </summary>
    private static void GoOn(EditWalk current, ResourcePage page)
    {
        var last = page.Rows[^1]!.MomentOf(AnswerMemory.LastEdit)!.Value;
        var second = new DateTimeOffset(last.Ticks - (last.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        (current.From, current.Offset) = second > current.From ? (second, 0) : (current.From, current.Offset + page.Rows.Count);
    }
}
