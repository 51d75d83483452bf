using FlightGraph.Upstream.Contract;

namespace FlightGraph.Benchmarks.Store;

/// <summary>
/// FusionCache with one entry for each object that an answer contained, so that an agency within a launch can be found, and one
/// for each answer, which says what it consists of.
/// </summary>
internal sealed class FusionObjects(UpstreamContract contract) : ICandidate
{
    private HashSet<string> keys = [];

    public string Name => "FusionCache, an entry for each object";

    public int Expected => keys.Count;

    /// <summary>How often a copy replaced a longer one, which then cannot be found any more: there is one copy of each object.</summary>
    public int Thinned { get; private set; }

    public async Task<int> FillAsync(string folder, IReadOnlyList<Answer> answers)
    {
        using var cache = new FusionOnDisk(folder);
        Dictionary<string, int> lengths = [];
        Thinned = 0;
        var writes = 0;
        foreach (var answer in answers)
        {
            List<string> within = [];
            foreach (var (key, json) in ContainedObjects.Of(answer, contract))
            {
                if (lengths.GetValueOrDefault(key) > json.Length)
                    Thinned++;
                lengths[key] = json.Length;
                within.Add(key);
                await cache.SetAsync(key, json);
            }

            await cache.SetAsync(answer.Key, within);
            writes += within.Count + 1;
        }

        keys = [.. lengths.Keys, .. answers.Select(answer => answer.Key)];
        return writes;
    }

    public async Task<int> ReadBackAsync(string folder)
    {
        using var cache = new FusionOnDisk(folder);
        return await cache.CountAsync<byte[]>(keys.Where(key => key.Contains(':', StringComparison.Ordinal)))
            + await cache.CountAsync<List<string>>(keys.Where(key => !key.Contains(':', StringComparison.Ordinal)));
    }
}
