using System.IO.Compression;

namespace FlightGraph.Upstream.Archive;

/// <summary>Bodies as archives store them: compressed.</summary>
internal static class AnswerBody
{
    // PLACEHOLDER
    private const CompressionLevel Level = CompressionLevel.Fastest;

    public static byte[] Compress(byte[] body)
    {
        using var stored = new MemoryStream();
        using (var compressor = new ZLibStream(stored, Level, leaveOpen: true))
            compressor.Write(body);
        return stored.ToArray();
    }

    /// <summary>The body; null when what is stored is not what was.</summary>
    /// <param name="stored">As <see cref="Compress"/> gave it.</param>
    /// <param name="length">The body's, in bytes.</param>
    public static byte[]? Expand(byte[] stored, long length)
    {
        try
        {
            var body = new byte[length];
            using var expander = new ZLibStream(new MemoryStream(stored), CompressionMode.Decompress);
            expander.ReadExactly(body);
            // The checksum stands at the end.
            return expander.ReadByte() < 0 ? body : null;
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or OverflowException)
        {
            return null;
        }
    }
}
