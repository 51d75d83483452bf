using FlightGraph.Upstream.Budget;
using FlightGraph.Upstream.Http;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Upstream;

/// <summary>Makes a call, if the upstream is well and the budget allows it.</summary>
public sealed class UpstreamCaller(UpstreamHttp http, UpstreamHealth health, CallBudget budget)
{
    /// <summary>
    /// 1. A call that costs nothing is made at once. 2. An upstream that fails all the time is left alone, before anything is
    /// charged. 3. Wait for the permission, which is charged when it comes. 4. Send. 5. Do as the upstream says.
    /// </summary>
    /// <param name="interest">Who waits for it. A call that nobody waits for any more is not made at all.</param>
    internal async Task<HttpAnswer> CallAsync(UpstreamAddress address, CallInterest interest)
    {
        // 1.
        if (address is DocumentAddress { Document.IsFree: true })
        {
            interest.MarkSent();
            return await http.GetAsync(address.ToRelativeUri(), _ => ValueTask.FromResult(true), CancellationToken.None);
        }

        // 2.
        if (health.UntilProbe is var rest && rest > TimeSpan.Zero)
            return HttpAnswer.Failed(UpstreamErrorKind.Unavailable, "The upstream failed several times and is left alone for a while.", rest);

        // 3.
        var pending = budget.Enqueue(OrderOf(interest.Terms));
        interest.OnStronger(terms => pending.Promote(OrderOf(terms)));
        await using var abandoned = interest.Abandoned.Register(() => pending.Cancel());
        var decision = await pending.Decision;
        if (!decision.IsGranted)
            return Refused(decision.Refusal);
        using var lease = decision.Lease;

        // 4.
        interest.MarkSent();
        var answer = await http.GetAsync(
            address.ToRelativeUri(), cancellationToken => budget.TryChargeAsync(interest.Terms.Class, interest.Terms.Client, cancellationToken), CancellationToken.None);

        // 5.
        return answer.Error is { Kind: UpstreamErrorKind.RateLimited } error ? answer.RetriedAfter(await ObeyAsync(error)) : answer;
    }

    private static CallOrder OrderOf(CallTerms terms) => new(terms.Class, terms.Client, terms.Patience);

    private static HttpAnswer Refused(BudgetRefusal refusal) => HttpAnswer.Failed(UpstreamErrorKind.RateLimited, refusal.Reason switch
    {
        RefusalReason.ToldToWait => "The upstream wants no call for now.",
        RefusalReason.ClientShare => "You have taken your share of the calls that the upstream allows the gateway.",
        RefusalReason.AllPlacesTaken => "The upstream is slow, and as many calls as may be are under way.",
        _ => "The calls that the upstream allows the gateway are spent for now.",
    }, refusal.Wait > TimeSpan.Zero ? refusal.Wait : null);

    /// <summary>Says how long that is.</summary>
    private async Task<TimeSpan> ObeyAsync(UpstreamError error)
    {
        if (error.RetryAfter is not { } wait)
            return await budget.ObeyThrottleAsync();
        budget.Obey(wait);
        return wait;
    }
}
