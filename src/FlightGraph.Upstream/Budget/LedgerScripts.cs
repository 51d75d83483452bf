namespace FlightGraph.Upstream.Budget;

/// <summary>
/// What is done in Redis, each in one step. Times are whole microseconds of a common clock, which begins with a generation.
/// Keys: charges by time, their counts, the figures, the replicas, and those awaited. The arguments up to the ninth are
/// those that <see cref="Open"/> names; each script has its own behind them.
/// </summary>
internal static class LedgerScripts
{
    public const string Charge = Names + SameGeneration + Open + """
        if recovering or blocked > 0 or total + 1 + tonumber(ARGV[10]) > limit then return close(0) end
        if total + 1 + promised > limit then return close(2) end
        redis.call('ZADD', charges, whole(now + ARGV[12]), ARGV[11])
        redis.call('HINCRBY', counts, ARGV[11], 1)
        total = total + 1
        -- What is spent now cannot be promised to us any more; what is promised to the others stays.
        promise = math.max(0, math.min(promise, limit - total - promised))
        return close(1)
        """;

    public const string Refund = Names + SameGeneration + Open + """
        if redis.call('HEXISTS', counts, ARGV[10]) == 1 then
            total = total - 1
            if redis.call('HINCRBY', counts, ARGV[10], -1) <= 0 then
                redis.call('ZREM', charges, ARGV[10])
                redis.call('HDEL', counts, ARGV[10])
            end
        end
        return close(0)
        """;

    public const string Block = Names + SameGeneration + Open + """
        block(tonumber(ARGV[10]))
        return close(0)
        """;

    public const string Reconcile = Names + SameGeneration + Open + """
        local foreign = tonumber(ARGV[10]) - math.max(total, tonumber(ARGV[11]))
        local first = tonumber(ARGV[12])
        if foreign > 0 and first >= 0 then
            local oldest = redis.call('ZRANGE', charges, 0, 0, 'WITHSCORES')
            if #oldest == 0 or now + first < oldest[2] + window then
                add(ARGV[13] .. ':first', window - first, 1)
                foreign = foreign - 1
            end
        end
        if foreign > 0 then add(ARGV[13], 0, foreign) end
        return close(0)
        """;

    /// <summary>
    /// The heartbeat: brings what was charged while Redis was away, or lost, and gives a promise. Only this begins a
    /// generation, for only this brings what the one before knew.
    /// </summary>
    public const string Beat = Names + """
        if not redis.call('HGET', meta, 'generation') then
            redis.call('DEL', charges, counts, replicas, awaited)
            redis.call('HSET', meta, 'generation', ARGV[10], 'now', whole(wall), 'wall', whole(wall), 'since', whole(wall), 'total', 0, 'blocked', 0)
            redis.call('HDEL', meta, 'wary')
        end
        """ + Open + """
        local at = 14
        local function following() at = at + 1 return ARGV[at] end
        for _ = 1, ARGV[14] do add(following(), tonumber(following()), tonumber(following())) end
        for _ = 1, following() do
            local id, age = following(), tonumber(following())
            if redis.call('ZSCORE', charges, id) then redis.call('ZADD', charges, whole(now - age), id) end
        end
        local isStranger = ARGV[9] ~= '' and ARGV[9] ~= redis.call('HGET', meta, 'generation')
        local peers = tonumber(following())
        for _ = 1, peers do
            local peer = following()
            if isStranger and peer ~= me and redis.call('HEXISTS', replicas, peer) == 0 then redis.call('SADD', awaited, peer) end
        end
        -- One that joined just before all was lost is known to nobody but itself.
        if isStranger and peers < tonumber(ARGV[8]) then redis.call('HSET', meta, 'wary', 1) end
        redis.call('SREM', awaited, me)
        block(tonumber(ARGV[13]))
        recovering = isRecovering()
        if recovering then
            promise, part = tonumber(ARGV[11]), tonumber(ARGV[12])
        else
            local among, free = math.max(known, tonumber(ARGV[8])), math.max(0, limit - total)
            promise = math.max(0, math.min(math.floor(free / among), free - promised))
            part = math.max(0, math.min(math.floor(limit / among), limit - parted))
        end
        local reply = close(0)
        local ages, told = {}, 0
        local oldest = redis.call('ZRANGE', charges, 0, 255, 'WITHSCORES')
        for i = 1, #oldest, 2 do
            local count = tonumber(redis.call('HGET', counts, oldest[i]))
            told = told + count
            ages[i], ages[i + 1] = now - oldest[i + 1], count
        end
        if told < total then
            local newest = redis.call('ZRANGE', charges, -1, -1, 'WITHSCORES')
            ages[#ages + 1], ages[#ages + 2] = now - newest[2], total - told
        end
        reply[#reply + 1] = redis.call('HGET', meta, 'generation')
        reply[#reply + 1] = ages
        reply[#reply + 1] = redis.call('HKEYS', replicas)
        return reply
        """;

    public const string Leave = Names + """
        redis.call('HDEL', replicas, me)
        redis.call('SREM', awaited, me)
        return {1}
        """;

    private const string Names = """
        local charges, counts, meta, replicas, awaited = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
        local me = ARGV[1]
        local time = redis.call('TIME')
        local wall = time[1] * 1000000 + time[2]
        local function whole(number) return string.format('%.0f', number) end

        """;

    /// <summary>Who comes from another generation first brings what that one knew.</summary>
    private const string SameGeneration = """

        if redis.call('HGET', meta, 'generation') ~= ARGV[9] then return {0} end

        """;

    /// <summary>
    /// Moves the common clock on, forgets what is older than the window, and adds up what is promised. The clock is that of
    /// Redis; where that jumps, it is held between what the caller's own clock says has passed at least and at most since
    /// the caller was here.
    /// </summary>
    private const string Open = """

        local operation, reference, least, most = ARGV[2], ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5])
        local limit, window = tonumber(ARGV[6]), tonumber(ARGV[7])
        local function figure(name) return tonumber(redis.call('HGET', meta, name)) end
        local function read(entry)
            local seen, last, promise, part = string.match(entry, '^(%d+);(%d+);(%d+);(%d+)$')
            return tonumber(seen), last, tonumber(promise), tonumber(part)
        end

        local now, passed = figure('now'), math.max(0, wall - figure('wall'))
        local promise, part = 0, 0
        local mine = redis.call('HGET', replicas, me)
        if mine then
            local seen, last
            seen, last, promise, part = read(mine)
            if last == reference then passed = math.max(0, seen + least - now, math.min(passed, seen + most - now)) end
        end
        now = now + passed
        redis.call('HSET', meta, 'now', whole(now), 'wall', whole(wall))

        local total = figure('total')
        for _, id in ipairs(redis.call('ZRANGEBYSCORE', charges, '-inf', whole(now - window))) do
            total = total - redis.call('HGET', counts, id)
            redis.call('ZREM', charges, id)
            redis.call('HDEL', counts, id)
        end

        local known, promised, parted = 1, 0, 0
        local entries = redis.call('HGETALL', replicas)
        for i = 1, #entries, 2 do
            if entries[i] ~= me then
                local seen, _, itsPromise, itsPart = read(entries[i + 1])
                -- It may spend the promise for a window, and what it spends counts for another.
                if now - seen >= 2 * window then
                    redis.call('HDEL', replicas, entries[i])
                else
                    known, promised, parted = known + 1, promised + itsPromise, parted + itsPart
                end
            end
        end

        local function isRecovering()
            local age = now - figure('since')
            local isWary = age < 60000000 and known < tonumber(ARGV[8]) and redis.call('HEXISTS', meta, 'wary') == 1
            return age < window and (isWary or redis.call('SCARD', awaited) > 0)
        end
        local recovering = isRecovering()
        local blocked = math.max(0, figure('blocked') - now)
        local function block(wait)
            if wait > blocked then
                blocked = wait
                redis.call('HSET', meta, 'blocked', whole(now + wait))
            end
        end
        local function add(id, age, count)
            local had = tonumber(redis.call('HGET', counts, id) or '0')
            if age >= window or had >= count then return end
            if had == 0 then redis.call('ZADD', charges, whole(now - age), id) end
            redis.call('HSET', counts, id, count)
            total = total + count - had
        end
        local function close(outcome)
            redis.call('HSET', meta, 'total', total)
            redis.call('HSET', replicas, me, whole(now) .. ';' .. operation .. ';' .. whole(promise) .. ';' .. whole(part))
            for _, key in ipairs(KEYS) do redis.call('EXPIRE', key, math.ceil(window / 1000000) * 2 + 3600) end
            return {1, outcome, recovering and 1 or 0, total, blocked, promise, part, known}
        end

        """;
}
