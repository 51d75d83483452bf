using System.IO.Compression;

namespace FlightGraph.Benchmarks.Store;

/// <summary>FusionCache with one entry for each answer. At the start it must be told every key.</summary>
/// <param name="compresses">Whether bodies are compressed first, which FusionCache leaves to its user.</param>
internal sealed class FusionAnswers(bool compresses) : ICandidate
{
    private IReadOnlyList<string> keys = [];

    public string Name => $"FusionCache, an entry for each answer{(compresses ? ", compressed" : "")}";

    public int Expected => keys.Count;

    public async Task<int> FillAsync(string folder, IReadOnlyList<Answer> answers)
    {
        using var cache = new FusionOnDisk(folder);
        keys = [.. answers.Select(answer => answer.Key)];
        foreach (var answer in answers)
            await cache.SetAsync(answer.Key, compresses ? Compress(answer.Body) : answer.Body);
        return answers.Count;
    }

    public async Task<int> ReadBackAsync(string folder)
    {
        using var cache = new FusionOnDisk(folder);
        return await cache.CountAsync<byte[]>(keys, compresses ? Expand : null);
    }

    private static byte[] Compress(byte[] body)
    {
        using var stored = new MemoryStream();
        using (var compressor = new BrotliStream(stored, CompressionLevel.Fastest))
            compressor.Write(body);
        return stored.ToArray();
    }

    private static void Expand(byte[] stored)
    {
        using var expander = new BrotliStream(new MemoryStream(stored), CompressionMode.Decompress);
        expander.CopyTo(Stream.Null);
    }
}
