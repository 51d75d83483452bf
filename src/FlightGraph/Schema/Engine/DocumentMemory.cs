using System.Diagnostics.CodeAnalysis;
using FlightGraph.Hosting;
using GraphQLParser.AST;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace FlightGraph.Schema.Engine;

/// <summary>
/// Documents that were parsed and found valid, by their text. Parsing and validating cost many times what answering does,
/// and clients send the same few documents over and over.
/// </summary>
internal sealed class DocumentMemory(IOptions<LimitOptions> limits) : IDisposable
{
    private readonly MemoryCache documents = new(new MemoryCacheOptions { SizeLimit = limits.Value.RememberedDocumentBytes });

    public bool TryGet(string text, [NotNullWhen(true)] out GraphQLDocument? document) => documents.TryGetValue(text, out document);

    public void Remember(string text, GraphQLDocument document) =>
        documents.Set(text, document, new MemoryCacheEntryOptions { Size = text.Length });

    public void Dispose() => documents.Dispose();
}
