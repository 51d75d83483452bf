namespace FlightGraph.Upstream.Archive;

/// <summary>What must happen in Redis at one moment, so that replicas do not undo one another's work.</summary>
internal static class RedisScripts
{
    /// <summary>
    /// Keeps an answer unless there is one as new, lets the oldest go beyond the bound, and tells the replicas. Keys: answer, index,
    /// stored sizes, lengths, total. Arguments: key, time, origin, length, stored size, whether there is a body, body, bound, the
    /// answers' prefix, channel, replica.
    /// </summary>
    public const string Save = """
        local known = redis.call('HGET', KEYS[1], 'at')
        if known and tonumber(known) >= tonumber(ARGV[2]) then return 0 end
        redis.call('DEL', KEYS[1])
        redis.call('HSET', KEYS[1], 'at', ARGV[2], 'origin', ARGV[3], 'length', ARGV[4])
        if ARGV[6] == '1' then redis.call('HSET', KEYS[1], 'body', ARGV[7]) end
        redis.call('ZADD', KEYS[2], ARGV[2], ARGV[1])
        local before = tonumber(redis.call('HGET', KEYS[3], ARGV[1]) or '0')
        redis.call('HSET', KEYS[3], ARGV[1], ARGV[5])
        redis.call('HSET', KEYS[4], ARGV[1], ARGV[4])
        local total = redis.call('INCRBY', KEYS[5], tonumber(ARGV[5]) - before)
        while total > tonumber(ARGV[8]) do
            local oldest = redis.call('ZPOPMIN', KEYS[2])
            if #oldest == 0 then break end
            redis.call('DEL', ARGV[9] .. oldest[1])
            total = redis.call('DECRBY', KEYS[5], tonumber(redis.call('HGET', KEYS[3], oldest[1]) or '0'))
            redis.call('HDEL', KEYS[3], oldest[1])
            redis.call('HDEL', KEYS[4], oldest[1])
        end
        redis.call('PUBLISH', ARGV[10], ARGV[11] .. ' ' .. ARGV[1])
        return 1
        """;

    /// <summary>Keys as above. Argument: key.</summary>
    public const string Remove = """
        redis.call('DEL', KEYS[1])
        redis.call('ZREM', KEYS[2], ARGV[1])
        redis.call('DECRBY', KEYS[5], tonumber(redis.call('HGET', KEYS[3], ARGV[1]) or '0'))
        redis.call('HDEL', KEYS[3], ARGV[1])
        redis.call('HDEL', KEYS[4], ARGV[1])
        return 1
        """;
}
