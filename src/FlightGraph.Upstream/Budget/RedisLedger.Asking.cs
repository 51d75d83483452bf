namespace FlightGraph.Upstream.Budget;

/// <summary>What is asked of Redis, in the gate, and what its answers change.</summary>
internal sealed partial class RedisLedger
{
    /// <summary>Null when Redis is lost, or does not know yet what was spent.</summary>
    private async Task<ChargeAttempt?> ChargeSharedAsync(int leave)
    {
        var id = own.NextId();
        var late = ChargeLog.Moment(limit, window) is var moment ? ChargeLog.EndOfMoment(Now, moment) - Now : default;
        var reply = await book.ChargeAsync(leave, id, late);
        if (ReferenceEquals(reply, BookReply.Stranger))
        {
            await BeatInGateAsync();
            reply = isShared ? await book.ChargeAsync(leave, id, late) : null;
        }

        if (reply is null || ReferenceEquals(reply, BookReply.Stranger) || reply.IsRecovering)
        {
            Lose(reply is null ? book.Failure : "it begins anew");
            return null;
        }

        lock (guard)
        {
            share.Lower(reply.Promise);
            if (reply.IsCharged)
                shared.Add(new Charge(id, Now + late, 1));
        }

        if (reply.IsCharged)
            return new ChargeAttempt(own.Record(id));
        return new ChargeAttempt(null, reply.BlockedFor > TimeSpan.Zero ? reply.BlockedFor : BeatEvery);
    }

    private async ValueTask<ChargeAttempt> ChargeAloneAsync(int leave)
    {
        lock (guard)
        {
            if (!share.MaySpend(leave, Now))
                return default;
        }

        var attempt = await own.TryChargeAsync(0);
        if (attempt.Charge is not null)
        {
            lock (guard)
                share.Note(Now);
        }

        return attempt;
    }

    private async Task BeatInGateAsync()
    {
        hasAsked = true;
        List<(Charge Charge, long At)> late;
        int claim;
        int part;
        lock (guard)
        {
            late = [.. settled];
            settled.Clear();
            (claim, part) = (share.Allowance(Now), share.Part);
        }

        var reply = await book.BeatAsync(
            claim, part, own.View.BlockedFor, isReplayDue ? own.Own() : [], [.. late.Select(charge => (charge.Charge.Id, clock.GetElapsedTime(charge.At)))], peers);
        if (reply?.Charges is null)
        {
            Lose(book.Failure);
            return;
        }

        Take(reply);
    }

    private void Take(BookReply reply)
    {
        if (reply.BlockedFor > own.View.BlockedFor + TimeSpan.FromMilliseconds(100))
            own.Block(reply.BlockedFor);
        var wasShared = isShared;
        bool isChanged;
        lock (guard)
        {
            var before = (shared.Used, isShared);
            shared = new ChargeLog();
            foreach (var (age, count) in reply.Charges!)
                shared.Add(new Charge("", Now - age, count));
            // Those from before are still awaited.
            peers = reply.IsRecovering ? [.. peers, .. reply.Peers] : [.. reply.Peers];
            isShared = !reply.IsRecovering;
            isReplayDue = reply.IsRecovering;
            if (isShared)
                share.Renew(clock.GetElapsedTime(origin, reply.AskedAt), reply.Promise, reply.Part, reply.Known);
            isChanged = before != (shared.Used, isShared);
        }

        if (isShared && !wasShared)
        {
            own.ForgetForeign();
            isLossTold = false;
            Log.BudgetShared(logger);
        }

        if (isChanged)
            Changed?.Invoke();
    }

    /// <summary>Also while Redis is there again, but not all have told what they charged while it was not.</summary>
    private void Lose(string reason)
    {
        bool wasShared;
        lock (guard)
        {
            wasShared = isShared;
            (isShared, isReplayDue) = (false, true);
        }

        if (!isLossTold)
            Log.BudgetNotShared(logger, reason, share.Part);
        isLossTold = true;
        if (wasShared)
            Changed?.Invoke();
    }
}
