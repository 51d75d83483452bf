using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream.Warming;

/// <summary>The plan as calls, with the time at which each is due. Used by one loop alone.</summary>
internal sealed class WarmingTargets
{
    /// <summary>A collection that has grown longer than this is not worth it.</summary>
    private const int MaxPages = 10;

    /// <summary>What failed is tried again no sooner.</summary>
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromHours(1);

    private readonly IReadOnlyList<(WarmingRow Row, IReadOnlyList<PageRequest> Lists)> rows;
    private readonly UpstreamClient upstream;
    private readonly ListStore lists;
    private readonly PopularTargets popular;
    private readonly TimeProvider clock;
    private readonly Dictionary<string, EditWatch> watches;

    /// <summary>When what was asked for may be asked for again, by its address; for edits by their path. No more than the plan has.</summary>
    private readonly Dictionary<string, DateTimeOffset> notBefore = new(StringComparer.Ordinal);

    public WarmingTargets(
        UpstreamContract contract, UpstreamClient upstream, EntityStore objects, ListStore lists, AnswerMemory memory, PopularTargets popular,
        IOptions<WarmingOptions> options, TimeProvider clock)
    {
        (this.upstream, this.lists, this.popular, this.clock) = (upstream, lists, popular, clock);
        rows = [.. WarmingPlan.Rows(options.Value.EditsPeriod).Select(row => (row, ListsOf(contract, row)))];
        watches = rows.Where(row => row.Row.Kind == WarmingKind.Edits).SelectMany(row => row.Lists).ToDictionary(
            list => list.Resource.Path, list => new EditWatch(list with { Ordering = AnswerMemory.LastEdit }, upstream, objects, memory, options.Value.LookBack, clock));
    }

    /// <summary>The most worthy first, due or not.</summary>
    public IEnumerable<WarmingTarget> All() => rows.SelectMany(row => row.Row.Kind switch
    {
        WarmingKind.Edits => row.Lists.Select(list => Edits(row.Row, list.Resource.Path)),
        WarmingKind.Pages => row.Lists.SelectMany(list => Pages(row.Row, list)),
        _ => popular.All(row.Row),
    });

    private static IReadOnlyList<PageRequest> ListsOf(UpstreamContract contract, WarmingRow row)
    {
        var paths = row.IsVocabularies ? contract.Resources.Keys.Where(path => path.StartsWith("config/", StringComparison.Ordinal)).Order(StringComparer.Ordinal) : row.Paths.AsEnumerable();
        return [.. paths.Select(contract.Resource).Select(resource => new PageRequest
        {
            Resource = resource,
            Mode = row.Mode is { } name ? resource.Modes.Single(mode => mode.Name == name) : resource.Fullest,
            Limit = PageRequest.MaxLimit,
            Ordering = row.Ordering,
        })];
    }

    /// <summary>The period is kept as from the last call, whatever is remembered; a list that is read in part is read on at once.</summary>
    private WarmingTarget Edits(WarmingRow row, string path)
    {
        var watch = watches[path];
        return Noted(row, path, watch.IsUnderWay ? DateTimeOffset.MinValue : NotBefore(path), watch.AskAsync);
    }

    /// <summary>All pages that the collection is known to have, at least the first.</summary>
    private IEnumerable<WarmingTarget> Pages(WarmingRow row, PageRequest list)
    {
        for (var page = 0; page < MaxPages; page++)
        {
            var request = list with { Offset = page * PageRequest.MaxLimit };
            if (page > 0 && !(request.Offset < lists.CountOf(list.Resource)))
                yield break;
            var address = request.ToRelativeUri();
            yield return Noted(row, address, DueAt(request, row.Period, NotBefore(address)), async (terms, cancellationToken) =>
                WarmingOutcome.Of(await upstream.GetPageAsync(request, Projection.Everything(request.Mode.Variant), terms, cancellationToken)));
        }
    }

    private DateTimeOffset DueAt(PageRequest request, TimeSpan period, DateTimeOffset earliest) =>
        lists.Find(request, Projection.Everything(request.Mode.Variant), Freshness.Tolerance.Any) is { Stamp: var stamp }
            ? Later(earliest, Later(stamp.FreshUntil, stamp.ReadAt + period))
            : earliest;

    private DateTimeOffset NotBefore(string key) => notBefore.GetValueOrDefault(key, DateTimeOffset.MinValue);

    /// <summary>The same call, after which its time begins anew, whether it went well or not.</summary>
    private WarmingTarget Noted(WarmingRow row, string key, DateTimeOffset dueAt, Func<CallTerms, CancellationToken, Task<WarmingOutcome>> ask) =>
        new(row.Name, dueAt, async (terms, cancellationToken) =>
        {
            var outcome = await ask(terms, cancellationToken);
            // What could not be paid for is due as before.
            if (outcome.IsSettled)
                notBefore[key] = clock.GetUtcNow() + (outcome.Error is not null && row.Period > RestAfterFailure ? RestAfterFailure : row.Period);
            return outcome;
        });

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}
