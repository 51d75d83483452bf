namespace FlightGraph.Upstream;

/// <summary>Reads a body that may be larger than anybody wants, whatever length its header claims.</summary>
public static class BoundedBody
{
    /// <param name="body">Left open.</param>
    /// <param name="claimedLength">What the header says, if anything.</param>
    /// <param name="maxBytes">The most that is read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The bytes, without a byte order mark; null when there are more than allowed.</returns>
    public static async Task<byte[]?> ReadAsync(Stream body, long? claimedLength, int maxBytes, CancellationToken cancellationToken)
    {
        if (claimedLength > maxBytes)
            return null;

        // A claim costs its sender nothing, so it is no reason to set much memory aside.
        using var buffer = new MemoryStream((int)Math.Min(claimedLength ?? 16 << 10, 1 << 20));
        var chunk = new byte[16 << 10];
        int read;
        while ((read = await body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > maxBytes)
                return null;
            buffer.Write(chunk, 0, read);
        }

        var bytes = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        return bytes is [0xEF, 0xBB, 0xBF, .. var text] ? text.ToArray() : bytes.ToArray();
    }

    /// <summary>The same of an answer; its size is counted after decompression.</summary>
    /// <exception cref="InvalidDataException">The body cannot be decompressed.</exception>
    internal static async Task<byte[]?> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        try
        {
            return await ReadAsync(stream, content.Headers.ContentLength, maxBytes, cancellationToken);
        }
        catch (InvalidOperationException error)
        {
            // What the Brotli stream throws where the others throw InvalidDataException.
            throw new InvalidDataException(error.Message, error);
        }
    }
}
