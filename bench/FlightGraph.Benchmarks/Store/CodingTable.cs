using System.Diagnostics;
using System.IO.Compression;

namespace FlightGraph.Benchmarks.Store;

/// <summary>What compression would do for the same answers.</summary>
internal static class CodingTable
{
    private static readonly (string Name, Func<Stream, Stream> Compress, Func<Stream, Stream> Expand)[] Codings =
    [
        ("ZLib, fastest", stream => new ZLibStream(stream, CompressionLevel.Fastest, leaveOpen: true), Unzip),
        ("ZLib, optimal", stream => new ZLibStream(stream, CompressionLevel.Optimal, leaveOpen: true), Unzip),
        ("Brotli, fastest", stream => new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true), Unbrotli),
        ("Brotli, optimal", stream => new BrotliStream(stream, CompressionLevel.Optimal, leaveOpen: true), Unbrotli),
    ];

    public static string Of(IReadOnlyList<Answer> answers, int rounds) => string.Join('\n',
    [
        "| compression | % of the size | MB/s to compress | MB/s to expand |", "| --- | ---: | ---: | ---: |",
        .. Codings.Select(coding => Row(coding.Name, coding.Compress, coding.Expand, answers, rounds)),
    ]);

    private static string Row(string name, Func<Stream, Stream> compress, Func<Stream, Stream> expand, IReadOnlyList<Answer> answers, int rounds)
    {
        var bytes = (double)answers.Sum(answer => answer.Body.LongLength);
        List<double> compressing = [];
        List<double> expanding = [];
        var compressed = 0L;
        for (var round = 0; round < rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            List<byte[]> stored = [.. answers.Select(answer => Compressed(answer.Body, compress))];
            compressing.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            compressed = stored.Sum(body => body.LongLength);

            started = Stopwatch.GetTimestamp();
            foreach (var body in stored)
            {
                using var expander = expand(new MemoryStream(body));
                expander.CopyTo(Stream.Null);
            }

            expanding.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        return FormattableString.Invariant(
            $"| {name} | {100 * compressed / bytes:0.0} | {bytes / 1e6 / Median(compressing):0} | {bytes / 1e6 / Median(expanding):0} |");
    }

    private static byte[] Compressed(byte[] body, Func<Stream, Stream> compress)
    {
        using var stored = new MemoryStream();
        using (var compressor = compress(stored))
            compressor.Write(body);
        return stored.ToArray();
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static ZLibStream Unzip(Stream stream) => new(stream, CompressionMode.Decompress);

    private static BrotliStream Unbrotli(Stream stream) => new(stream, CompressionMode.Decompress);
}
