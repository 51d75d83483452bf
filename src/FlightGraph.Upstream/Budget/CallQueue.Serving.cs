using System.Diagnostics.CodeAnalysis;

namespace FlightGraph.Upstream.Budget;

/// <summary>The loop. Only one runs at a time, and it never holds the lock while it awaits.</summary>
internal sealed partial class CallQueue
{
    /// <summary>A timer that is asked for more wakes up in between for nothing, which does no harm.</summary>
    private static readonly TimeSpan MaxSleep = TimeSpan.FromHours(12);

    /// <summary>A ledger that refuses without a reason to be seen is asked again after that time.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    /// <summary>As many clients are a busy site, where what all look at weighs more than what one asks for.</summary>
    private const int ManyClients = 3;

    private void Serve()
    {
        lock (guard)
        {
            if (isServing || isStopped)
                return;
            isServing = true;
        }

        _ = ServeAsync();
    }

    /// <summary>
    /// 1. Refuse those who cannot have their turn in time. 2. End where nobody can be served now. 3. Take a place and charge, for
    /// whoever stands at the head. 4. Give it to whoever stands there now; if nobody does, it was for nothing and is refunded.
    /// </summary>
    private async Task ServeAsync()
    {
        while (true)
        {
            CallClass callClass;
            int leave;
            lock (guard)
            {
                var outlook = Look_NeedsLock();
                // 1.
                if (isDoubtful && holds == 0)
                    RefuseHopeless_NeedsLock(outlook);
                // 2.
                if (isStopped || !CanServe_NeedsLock(outlook, out callClass))
                {
                    Rest_NeedsLock(outlook);
                    isServing = false;
                    return;
                }

                // 3.
                leave = outlook.Leave(callClass);
                placesTaken++;
            }

            var attempt = await ChargeAsync(leave);

            // 4.
            lock (guard)
            {
                if (attempt.Charge is { } charge && !isStopped && TryHead_NeedsLock(out var head) && head.Class <= callClass)
                {
                    Give_NeedsLock(head, charge);
                    continue;
                }

                placesTaken--;
                if (attempt.Charge is null)
                {
                    isDoubtful = true;
                    retryAt = Now + (attempt.RetryIn ?? (ledger.WaitFor(1, leave) > TimeSpan.Zero ? TimeSpan.Zero : Breath));
                }
            }

            if (attempt.Charge is not null)
                ledger.Refund(attempt.Charge);
        }
    }

    private async ValueTask<ChargeAttempt> ChargeAsync(int leave)
    {
        try
        {
            return await ledger.TryChargeAsync(leave);
        }
        catch (Exception error)
        {
            // A bug; but orders that nobody serves any more would be worse.
            Log.BudgetFailed(logger, error);
            return new ChargeAttempt(null, Breath);
        }
    }

    private Outlook Look_NeedsLock()
    {
        var view = ledger.View;
        return new Outlook(ledger, shares, view, shares.LaunchHourIn(view.Window), clientUsage.UsedBy(AllClients, Now, view.Window), Now);
    }

    /// <summary>
    /// How long until so many clients' calls are possible, as to what they leave to refreshing. A few clients leave nothing.
    /// </summary>
    private TimeSpan TogetherWait_NeedsLock(int calls, LedgerView view, TimeSpan now) =>
        usage.HasClients(ManyClients, now, view.Window)
            ? clientUsage.WaitFor(AllClients, calls, view.Limit - shares.ForRefresh(view.Limit), now, view.Window)
            : TimeSpan.Zero;

    private bool CanServe_NeedsLock(Outlook outlook, out CallClass callClass)
    {
        callClass = default;
        if (holds > 0 || placesTaken >= places || retryAt > outlook.Now || !TryHead_NeedsLock(out var head))
            return false;
        callClass = head.Class;
        return outlook.WaitFor(1, callClass) == TimeSpan.Zero;
    }

    private bool TryHead_NeedsLock([NotNullWhen(true)] out PendingCall? head)
    {
        var (view, now) = (ledger.View, Now);
        for (var callClass = CallClass.Client; callClass <= CallClass.Warming; callClass++)
        {
            var current = callClass;
            if (classes[(int)callClass].TryPeek(client => MayCall_NeedsLock(current, client, view, now), out head))
                return true;
        }

        head = null;
        return false;
    }

    private bool MayCall_NeedsLock(CallClass callClass, string client, LedgerView view, TimeSpan now) =>
        callClass != CallClass.Client
        || (ShareWait_NeedsLock(client, 1, view, now) == TimeSpan.Zero && TogetherWait_NeedsLock(1, view, now) == TimeSpan.Zero);

    /// <summary>How long until a client's own share allows so many further calls. One that is alone shares with nobody.</summary>
    private TimeSpan ShareWait_NeedsLock(string client, int calls, LedgerView view, TimeSpan now) =>
        usage.IsAlone(client, now, view.Window) ? TimeSpan.Zero : usage.WaitFor(client, calls, shares.MostForClient(view.Limit), now, view.Window);

    private void Note_NeedsLock(CallClass callClass, string client)
    {
        if (callClass != CallClass.Client)
            return;
        var view = ledger.View;
        usage.Note(client, view.Limit, Now, view.Window);
        clientUsage.Note(AllClients, view.Limit, Now, view.Window);
    }

    private void Give_NeedsLock(PendingCall head, Charge charge)
    {
        classes[(int)head.Class].Take(head);
        Note_NeedsLock(head.Class, head.Client);
        head.Decide(new BudgetDecision(new CallLease(this, charge)));
    }

    private void RefuseHopeless_NeedsLock(Outlook outlook)
    {
        isDoubtful = false;
        if (AllHaveRoom_NeedsLock(outlook))
            return;
        List<(PendingCall Call, BudgetRefusal Refusal)> hopeless = [];
        // One who waits for its own share lets those behind it pass.
        var ahead = 0;
        foreach (var turns in classes)
        {
            foreach (var (call, depth) in turns.InOrder())
            {
                var refusal = Refusal_NeedsLock(outlook, call, ahead + 1, depth + 1);
                if (refusal.Wait > call.Deadline - outlook.Now)
                    hopeless.Add((call, outlook.InWords(refusal)));
                else if (refusal.Reason != RefusalReason.ClientShare)
                    ahead++;
            }
        }

        foreach (var (call, refusal) in hopeless)
            Refuse_NeedsLock(call, refusal);
    }

    /// <summary>The usual case, told without a look at each: whatever waits, waits for a place.</summary>
    private bool AllHaveRoom_NeedsLock(Outlook outlook)
    {
        var total = classes.Sum(turns => turns.Count);
        return total == 0
            || (outlook.WaitFor(total, CallClass.Warming) == TimeSpan.Zero
                && TogetherWait_NeedsLock(classes[(int)CallClass.Client].Count, outlook.View, outlook.Now) == TimeSpan.Zero
                && classes[(int)CallClass.Client].Lines.All(line => ShareWait_NeedsLock(line.Client, line.Count, outlook.View, outlook.Now) == TimeSpan.Zero));
    }

    private BudgetRefusal Refusal_NeedsLock(Outlook outlook, PendingCall call, int position, int ownPosition)
    {
        var wait = outlook.WaitFor(position, call.Class);
        if (retryAt - outlook.Now > wait)
            wait = retryAt - outlook.Now;
        if (call.Class == CallClass.Client && TogetherWait_NeedsLock(position, outlook.View, outlook.Now) is var together && together > wait)
            wait = together;
        var shareWait = call.Class == CallClass.Client
            ? ShareWait_NeedsLock(call.Client, ownPosition, outlook.View, outlook.Now)
            : TimeSpan.Zero;
        return shareWait > wait
            ? new BudgetRefusal(RefusalReason.ClientShare, shareWait)
            : new BudgetRefusal(wait == TimeSpan.Zero ? RefusalReason.AllPlacesTaken : wait <= outlook.View.BlockedFor ? RefusalReason.ToldToWait : RefusalReason.Exhausted, wait);
    }

    private void Refuse_NeedsLock(PendingCall call, BudgetRefusal refusal)
    {
        classes[(int)call.Class].Remove(call);
        call.Decide(new BudgetDecision(refusal));
    }

    /// <summary>What is to be done before the loop ends: those whose time is up, those who watch for room, and the alarm clock.</summary>
    private void Rest_NeedsLock(Outlook outlook)
    {
        if (isStopped || holds > 0)
            return;
        RefuseLate_NeedsLock(outlook);
        watchers.RemoveAll(watcher => IsFree_NeedsLock(outlook, watcher.Class) && watcher.Free.TrySetResult(true));

        List<TimeSpan> times = [];
        if (deadlines.TryPeek(out _, out var deadline))
            times.Add(deadline - outlook.Now);
        if (placesTaken < places)
        {
            if (retryAt > outlook.Now)
                times.Add(retryAt - outlook.Now);
            times.AddRange(watchers.Select(watcher => watcher.Class).Concat(Enum.GetValues<CallClass>().Where(callClass => classes[(int)callClass].Count > 0))
                .Distinct().Select(callClass => outlook.WaitFor(1, callClass)));
            if (classes[(int)CallClass.Client].Count > 0)
                times.Add(TogetherWait_NeedsLock(1, outlook.View, outlook.Now));
            times.AddRange(classes[(int)CallClass.Client].Lines.Select(line => ShareWait_NeedsLock(line.Client, 1, outlook.View, outlook.Now)));
        }

        var next = times.Where(time => time > TimeSpan.Zero).DefaultIfEmpty(TimeSpan.MaxValue).Min();
        // Timers count whole milliseconds and cut off the rest, which would wake us too early, again and again.
        timer.Change(
            next == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : next > MaxSleep ? MaxSleep : TimeSpan.FromMilliseconds(Math.Ceiling(next.TotalMilliseconds)),
            Timeout.InfiniteTimeSpan);
    }

    private void RefuseLate_NeedsLock(Outlook outlook)
    {
        while (deadlines.TryPeek(out var call, out var deadline) && (deadline <= outlook.Now || call.Decision.IsCompleted))
        {
            deadlines.Dequeue();
            if (call.Decision.IsCompleted || call.Deadline > outlook.Now)
                continue;
            var turns = classes[(int)call.Class];
            var ahead = classes.TakeWhile(other => !ReferenceEquals(other, turns)).Sum(other => other.Count) + turns.InOrder().TakeWhile(other => !ReferenceEquals(other.Call, call)).Count();
            Refuse_NeedsLock(call, outlook.InWords(Refusal_NeedsLock(outlook, call, ahead + 1, turns.Depth(call.Client, call) + 1)));
        }
    }

    private bool IsFree_NeedsLock(Outlook outlook, CallClass callClass) =>
        placesTaken < places && retryAt <= outlook.Now && !IsAwaited_NeedsLock(callClass) && outlook.WaitFor(1, callClass) == TimeSpan.Zero;

    private bool IsAwaited_NeedsLock(CallClass callClass) => TryHead_NeedsLock(out var head) && head.Class <= callClass;
}
