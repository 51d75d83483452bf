using FlightGraph.Upstream.Budget;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Http;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream;

/// <summary>
/// Asks for what is not remembered, or not fresh enough for who asks. Expected failures are values; an exception is a bug or the
/// caller's own cancellation.
/// </summary>
public sealed class UpstreamClient(
    UpstreamCaller caller, ArchiveIntake archive, EntityStore objects, ListStore lists, WholeCollections collections, DocumentStore documents, AnswerMemory memory,
    IOptions<UpstreamOptions> options, TimeProvider clock, ILogger<UpstreamClient> logger)
{
    private static readonly UpstreamError NotRemembered = new(UpstreamErrorKind.NotRemembered, "It is not remembered, and the request allows no call (only-if-cached).");

    private readonly InFlightCalls inFlight = new();

    /// <summary>One object in its fullest variant.</summary>
    /// <param name="resource">Where it lives.</param>
    /// <param name="id">The upstream's id, an integer or UUID as text.</param>
    /// <param name="need">What is asked of it: a copy that is remembered may have it.</param>
    /// <param name="terms">On whose behalf, and how old it may be.</param>
    /// <param name="cancellationToken">Ends the wait, not the call: others may wait for it too.</param>
    public Task<UpstreamResult<ResourceObject>> GetAsync(Resource resource, string id, Projection need, CallTerms terms, CancellationToken cancellationToken)
    {
        // Dots climb out of the resource and cannot be encoded, and no object has such an id.
        if (id.Trim('.').Length == 0)
            return Task.FromResult(UpstreamResult<ResourceObject>.NotFound);
        var address = new ObjectAddress(resource, id);
        return AskAsync(
            new Question<ResourceObject>(
                address,
                () => Known(objects.Find(resource.Entity, id, need, terms.Tolerance))
                    ?? (objects.FindMissing(resource.Entity, id, terms.Tolerance) is { } missing ? UpstreamResult<ResourceObject>.NotFound with { Stamp = missing } : null),
                () => Known(objects.FindAfterFailure(resource.Entity, id, need, terms.Tolerance)),
                body => AnswerReader.Read(address, body),
                (value, bytes, readAt) => memory.Remember(address, value, bytes, readAt)),
            terms,
            cancellationToken);
    }

    /// <summary>Some rows of a resource. A page is always found, perhaps empty.</summary>
    /// <param name="request">Which rows.</param>
    /// <param name="need">What is asked of them: a page that is remembered may have it.</param>
    /// <param name="terms">On whose behalf, and how old it may be.</param>
    /// <param name="cancellationToken">Ends the wait, not the call.</param>
    public Task<UpstreamResult<ResourcePage>> GetPageAsync(PageRequest request, Projection need, CallTerms terms, CancellationToken cancellationToken)
    {
        var address = new PageAddress(request);
        return AskAsync(
            new Question<ResourcePage>(
                address,
                () => Known(lists.Find(request, need, terms.Tolerance)),
                () => Known(lists.FindAfterFailure(request, need, terms.Tolerance)) ?? PieceTogether(request, need, terms.Tolerance),
                body => AnswerReader.Read(address, body),
                (page, bytes, readAt) => memory.Remember(address, page, bytes, readAt))
            {
                Compose = () => Composed(request, need, terms),
            },
            terms,
            cancellationToken);
    }

    /// <summary>
    /// What was edited since a moment: its rows are taken in as objects. The page is another one each time, so it is neither
    /// remembered nor kept.
    /// </summary>
    /// <param name="request">Which rows.</param>
    /// <param name="terms">On whose behalf; it is asked for in any case.</param>
    /// <param name="cancellationToken">Ends the wait, not the call.</param>
    public Task<UpstreamResult<ResourcePage>> GetEditsAsync(PageRequest request, CallTerms terms, CancellationToken cancellationToken)
    {
        var address = new PageAddress(request);
        return AskAsync(
            new Question<ResourcePage>(
                address,
                () => null,
                () => null,
                body => AnswerReader.Read(address, body),
                (page, bytes, readAt) => (memory.RememberRows(address, page, bytes, readAt), []))
            {
                IsKept = false,
            },
            terms,
            cancellationToken);
    }

    /// <summary>A document that there is but one of.</summary>
    public Task<UpstreamResult<ResourceObject>> GetAsync(Singleton document, ResourceMode mode, CallTerms terms, CancellationToken cancellationToken)
    {
        var address = new DocumentAddress(document, mode);
        return AskAsync(
            new Question<ResourceObject>(
                address,
                () => Known(documents.Find(document, mode, terms.Tolerance)),
                () => Known(documents.FindAfterFailure(document, mode, terms.Tolerance)),
                body => AnswerReader.Read(address, body),
                (value, bytes, readAt) => memory.Remember(address, value, bytes, readAt))
            {
                // What tells of the calls themselves is out of date with the next one.
                IsKept = !document.IsFree,
            },
            terms,
            cancellationToken);
    }

    /// <summary>A list of ids did not bring the object, so there is none.</summary>
    public void RememberMissing(ObjectAddress address) => archive.RememberMissing(address, clock.GetUtcNow());

    /// <summary>
    /// 1. Who allows no call gets what is remembered. 2. Who would take an older answer, if need be, waits for a newer one only so
    /// long. 3. Equal questions are one call. 4. Who has nothing to fall back on gets what can be told from other answers, or the failure.
    /// </summary>
    private async Task<UpstreamResult<T>> AskAsync<T>(Question<T> question, CallTerms terms, CancellationToken cancellationToken)
        where T : class
    {
        // 1.
        if (terms.Tolerance.OnlyIfRemembered)
            return question.Recall() ?? UpstreamResult<T>.Failed(NotRemembered);

        // 2.
        var lastGood = terms.Tolerance.StaleIfError is null ? null : question.RecallAfterFailure();
        using var timer = new CancellationTokenSource(lastGood is null ? Timeout.InfiniteTimeSpan : options.Value.SoftTimeout, clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            while (true)
            {
                // 3.
                var (result, isShared) = await inFlight.ShareAsync(question.Address.ToRelativeUri(), terms, interest => FindOrCallAsync(question, interest), patience.Token);
                // What was remembered after all is good enough for the one who looked; whoever joined looks for itself.
                if (isShared && result is { Facts: null, Error: null })
                {
                    if (question.Recall() is { } own)
                        return own;
                    continue;
                }

                // 4.
                if (result.Error is not null && lastGood is not null)
                    return lastGood;
                if (result.Error is { Kind: UpstreamErrorKind.RateLimited or UpstreamErrorKind.Unavailable or UpstreamErrorKind.Timeout } && question.Compose?.Invoke() is { } composed)
                    return composed;
                return isShared && result.Facts is { } facts ? result with { Facts = facts with { IsShared = true } } : result;
            }
        }
        catch (OperationCanceledException) when (lastGood is not null && !cancellationToken.IsCancellationRequested)
        {
            return lastGood;
        }
    }

    /// <summary>
    /// 1. Between the caller's look into the store and this moment an equal call may have ended. 2. What was forgotten here, or asked
    /// for by another replica, is in the archive. 3. Call. 4. Read. 5. Remember it, before anybody else can ask for it again.
    /// </summary>
    private async Task<UpstreamResult<T>> FindOrCallAsync<T>(Question<T> question, CallInterest interest)
        where T : class
    {
        // 1.
        if (question.Recall() is { } known)
            return known;

        // 2.
        if (question.IsKept && await archive.TryFindAsync(question.Address, CancellationToken.None) && question.Recall() is { } archived)
            return archived;

        // 3.
        var answer = await caller.CallAsync(question.Address, interest);

        // 4.
        var (result, stamp) = (Read(answer, question), default(Stamp?));

        // 5.
        if (result.IsFound)
            stamp = Remember(question, result.Value, answer.Body!);
        else if (result.Error is null && question.Address is ObjectAddress missing)
            stamp = archive.RememberMissing(missing, clock.GetUtcNow());
        var outcome = result.Error is { } failure ? $"{failure.Kind} ({answer.BrokenBy ?? failure.Message})" : result.IsFound ? "Found" : "NotFound";
        if (answer.Attempts == 0)
            Log.NoCall(logger, question.Address.Path, outcome);
        else
            Log.UpstreamCall(logger, question.Address.Path, outcome, answer.Elapsed.TotalMilliseconds, answer.Attempts);
        return result with { Facts = answer.Attempts == 0 ? null : new CallFacts(result.IsFound ? answer.Bytes : 0, answer.Elapsed, false), Stamp = stamp };
    }

    private Stamp Remember<T>(Question<T> question, T value, byte[] body)
        where T : class
    {
        var readAt = clock.GetUtcNow();
        var (stamp, displaced) = question.Remember(value, body.Length, readAt);
        if (question.IsKept)
            archive.Save(question.Address, readAt, body, displaced);
        return stamp;
    }

    private static UpstreamResult<T> Read<T>(HttpAnswer answer, Question<T> question)
        where T : class
    {
        if (answer.Error is { } error)
            return UpstreamResult<T>.Failed(error);
        if (answer.Body is not { } body)
            return UpstreamResult<T>.NotFound;
        try
        {
            return UpstreamResult<T>.Found(question.Read(body));
        }
        catch (MalformedDocumentException malformed)
        {
            return UpstreamResult<T>.Failed(new UpstreamError(UpstreamErrorKind.Malformed, malformed.Message));
        }
    }

    /// <summary>A list of ids from what is known of each; null unless all of them are.</summary>
    private UpstreamResult<ResourcePage>? PieceTogether(PageRequest request, Projection need, Tolerance tolerance)
    {
        if (request.Filters is not [var byIds] || byIds.Name != request.Resource.BatchFilter)
            return null;
        List<ResourceObject> rows = [];
        Stamp? whole = null;
        foreach (var id in byIds.Values.SelectMany(ids => ids.Split(',')))
        {
            if (Known(objects.FindAfterFailure(request.Resource.Entity, id, need, tolerance)) is not { Value: { } row, Stamp: { } stamp })
                return null;
            rows.Add(row);
            whole = whole?.And(stamp) ?? stamp;
        }

        return UpstreamResult<ResourcePage>.Found(new ResourcePage(rows.Count, rows)) with { Stamp = whole };
    }

    /// <summary>Nobody but a client is helped by what is remembered already.</summary>
    private UpstreamResult<ResourcePage>? Composed(PageRequest request, Projection need, CallTerms terms) =>
        terms.Class == CallClass.Client && collections.Find(request, need) is var (page, stamp) && terms.Tolerance.AcceptsAfterFailure(stamp, clock.GetUtcNow())
            ? UpstreamResult<ResourcePage>.Found(page) with { Stamp = stamp }
            : null;

    private UpstreamResult<T>? Known<T>(Remembered<T>? remembered)
        where T : class
    {
        if (remembered is not { } known)
            return null;
        memory.MarkUsed(known.Answer);
        return UpstreamResult<T>.Found(known.Value) with { Stamp = known.Stamp };
    }

    /// <param name="Address">What is asked for.</param>
    /// <param name="Recall">What is remembered and new enough for who asks.</param>
    /// <param name="RecallAfterFailure">What is remembered and will do where nothing newer can be had.</param>
    /// <param name="Read">Reads the body of an answer.</param>
    /// <param name="Remember">Takes the answer in; gives its age, and the keys of answers that are of no use any more.</param>
    private sealed record Question<T>(
        UpstreamAddress Address,
        Func<UpstreamResult<T>?> Recall,
        Func<UpstreamResult<T>?> RecallAfterFailure,
        Func<byte[], T> Read,
        Func<T, int, DateTimeOffset, (Stamp Stamp, IReadOnlyList<string> Displaced)> Remember)
        where T : class
    {
        /// <summary>Whether the answer outlives the process.</summary>
        public bool IsKept { get; init; } = true;

        /// <summary>Makes the answer out of other answers; null where there is no way to.</summary>
        public Func<UpstreamResult<T>?>? Compose { get; init; }
    }
}
