using FlightGraph.Upstream.Archive;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Requests;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream.Store;

/// <summary>
/// Between memory and what lasts: fills the memory when the gateway starts, looks for what it lacks, and takes in what other
/// replicas have asked for.
/// </summary>
public sealed class ArchiveIntake(AnswerArchive archive, AnswerMemory memory, UpstreamContract contract, IOptions<CacheOptions> options) : IHostedService
{
    /// <summary>Bodies take about this share of the memory that is spent on them.</summary>
    private const int MemoryForByte = 3;

    private bool IsOff => options.Value.MaxMemory == 0;

    /// <summary>What is kept is remembered before the first question comes.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (IsOff)
            return;
        await archive.OpenAsync();
        // The oldest come first, so that newer ones take their place.
        await foreach (var answer in archive.ReadAllAsync(options.Value.MaxMemory / MemoryForByte, cancellationToken))
            TakeIn(answer);
        archive.SavedElsewhere += key => _ = TakeInAsync(key);
    }

    public Task StopAsync(CancellationToken cancellationToken) => IsOff ? Task.CompletedTask : archive.FlushAsync();

    /// <summary>Looks for an answer, and remembers it as old as it is.</summary>
    public async Task<bool> TryFindAsync(UpstreamAddress address, CancellationToken cancellationToken) =>
        !IsOff && await archive.FindAsync(address.ToRelativeUri(), cancellationToken) is { } found && TakeIn(found);

    /// <param name="displaced">The keys of answers that it has made useless.</param>
    public void Save(UpstreamAddress address, DateTimeOffset readAt, byte[] body, IReadOnlyList<string> displaced)
    {
        if (IsOff)
            return;
        archive.Save(new ArchivedAnswer(address.ToRelativeUri(), readAt, body));
        Remove(displaced);
    }

    /// <summary>The upstream has no such object: remembered like any other answer.</summary>
    public Stamp RememberMissing(ObjectAddress address, DateTimeOffset readAt)
    {
        var (stamp, displaced) = memory.RememberMissing(address, readAt);
        if (IsOff)
            return stamp;
        Remove(displaced);
        archive.Save(new ArchivedAnswer(address.ToRelativeUri(), readAt, null));
        return stamp;
    }

    private void Remove(IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
            archive.Remove(key);
    }

    private async Task TakeInAsync(string key)
    {
        if (await archive.FindAsync(key, CancellationToken.None) is { } found)
            TakeIn(found);
    }

    /// <summary>False for what this version cannot read; it will be asked for again.</summary>
    private bool TakeIn(ArchivedAnswer answer)
    {
        if (UpstreamAddress.Parse(contract, answer.Key) is not { } address)
            return false;
        try
        {
            TakeIn(address, answer);
            return true;
        }
        catch (MalformedDocumentException)
        {
            archive.Remove(answer.Key);
            return false;
        }
    }

    private void TakeIn(UpstreamAddress address, ArchivedAnswer answer)
    {
        var origin = answer.IsForeign ? AnswerOrigin.Elsewhere : AnswerOrigin.Upstream;
        switch (address)
        {
            case ObjectAddress one when answer.Body is null:
                memory.RememberMissing(one, answer.ReadAt);
                break;
            case ObjectAddress one:
                memory.Remember(one, AnswerReader.Read(one, answer.Body), answer.Body.Length, answer.ReadAt, origin);
                break;
            case PageAddress page when answer.Body is not null:
                memory.Remember(page, AnswerReader.Read(page, answer.Body), answer.Body.Length, answer.ReadAt, origin);
                break;
            case DocumentAddress document when answer.Body is not null:
                memory.Remember(document, AnswerReader.Read(document, answer.Body), answer.Body.Length, answer.ReadAt, origin);
                break;
        }
    }
}
