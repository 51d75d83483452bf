using System.Security.Cryptography;
using System.Text;
using FlightGraph.Upstream.Archive;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream.Budget;

/// <summary>Opens the ledger of the upstream that is configured: one for each address and key.</summary>
internal sealed class LedgerFactory(
    IOptions<UpstreamOptions> upstream, IOptions<BudgetOptions> budget, StoreFolder folder, RedisConnection redis, TimeProvider clock, ILogger<CallBudget> logger)
{
    public ICallLedger Open(int limit, TimeSpan window)
    {
        var name = Name(upstream.Value);
        var own = new LocalLedger(clock, folder.Path is { } path ? new LedgerFile(path, name, Boot(), clock, logger) : null, limit, window);
        var replicas = budget.Value.Replicas;
        return redis.IsConfigured
            ? new RedisLedger(own, new RedisBook(redis, name, Guid.NewGuid().ToString("N"), replicas, clock), replicas, clock, logger)
            : own;
    }

    /// <summary>Linux alone says which of its starts this is.</summary>
    private static string? Boot()
    {
        const string path = "/proc/sys/kernel/random/boot_id";
        try
        {
            return File.Exists(path) ? File.ReadAllText(path).Trim() : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The host, for whoever looks; the rest cannot be read back out of it.</summary>
    internal static string Name(UpstreamOptions upstream)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{upstream.BaseUri}\n{upstream.ApiKey}"));
        return $"{upstream.BaseUri.Host}-{Convert.ToHexStringLower(hash.AsSpan(0, 8))}";
    }
}
