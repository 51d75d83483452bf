using System.Collections.Concurrent;
using FlightGraph.Upstream;
using FlightGraph.Upstream.Budget;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;
using FlightGraph.Upstream.Warming;

namespace FlightGraph.DataLoaders;

/// <summary>What one operation asks for and takes: on which terms, by which calls, and how old.</summary>
internal sealed class OperationUse(CallTerms terms, AnswerMemory memory, RefreshQueue refreshes, Popularity popularity, TimeProvider clock)
{
    private readonly ConcurrentQueue<Action> stale = new();

    public CallTerms Terms { get; } = terms;

    public OperationCost Cost { get; } = new();

    public OperationFreshness Freshness { get; } = new();

    private bool IsClients => Terms.Class == CallClass.Client;

    /// <summary>An object out of the store, which has what is asked of it. A stale one is used all the same, and asked for again.</summary>
    public void Take<T>(Remembered<T> remembered, Need need, string purpose)
    {
        if (IsClients)
            popularity.Note(need);
        if (Take(remembered, need.Resource.Path, purpose))
            stale.Enqueue(() => refreshes.Want(need, remembered.Stamp));
    }

    /// <summary>A page or a document.</summary>
    /// <param name="again">What is to be asked when it is stale; null for what it answered.</param>
    public void Take<T>(Remembered<T> remembered, string purpose, UpstreamAddress? again = null)
    {
        var address = again ?? remembered.Answer.Address;
        if (IsClients && address is PageAddress { Request: var page })
            popularity.Note(page);
        if (Take(remembered, remembered.Answer.Address.Path, purpose))
            stale.Enqueue(() => refreshes.Want(address, remembered.Stamp));
    }

    /// <summary>The knowledge that there is no such object.</summary>
    public void TakeMissing(Stamp stamp, Need need, string purpose)
    {
        Cost.AddRemembered(need.Resource.Path, purpose);
        Freshness.Note(stamp);
    }

    /// <summary>An object or a list that there was no call for.</summary>
    public void Miss(Resource resource, Projection need, UpstreamError error)
    {
        if (IsClients && error.Kind == UpstreamErrorKind.RateLimited)
            refreshes.WantWithOthers(resource, need);
    }

    /// <summary>What a call brought, or a call that somebody else made.</summary>
    public void Take<T>(UpstreamResult<T> result, string resource, string? mode, IEnumerable<string> purposes, int keys)
        where T : class
    {
        Cost.Add(resource, mode, purposes, keys, result.Facts);
        if (result.Stamp is { } stamp)
            Freshness.Note(stamp);
    }

    /// <summary>
    /// At the operation's end: what it used though stale is asked for again. Not before, for what one operation uses may be one
    /// call, and whoever refreshes would begin with the first of it.
    /// </summary>
    public void AskAgain()
    {
        while (stale.TryDequeue(out var want))
            want();
    }

    /// <summary>Says whether it is to be asked for again.</summary>
    private bool Take<T>(Remembered<T> remembered, string resource, string purpose)
    {
        Cost.AddRemembered(resource, purpose);
        Freshness.Note(remembered.Stamp);
        memory.MarkUsed(remembered.Answer);
        return !Terms.Tolerance.OnlyIfRemembered && remembered.Stamp.IsStale(clock.GetUtcNow());
    }
}
