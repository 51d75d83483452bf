using System.IO.Compression;

namespace FlightGraph.StandIn.Http.Faults;

/// <summary>Sends what was promised and then blanks, which are still JSON, without ever having them all in memory.</summary>
internal static class HugeBody
{
    private static readonly byte[] Blanks = [.. Enumerable.Repeat((byte)' ', 64 << 10)];

    /// <param name="size">Of the whole, in bytes.</param>
    public static Task SendAsync(HttpContext context, byte[] body, long size) => WriteAsync(context.Response.Body, body, size, context.RequestAborted);

    /// <param name="size">Of the whole when decompressed, in bytes.</param>
    public static async Task SendCompressedAsync(HttpContext context, byte[] body, long size)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        await using var compressing = new GZipStream(context.Response.Body, CompressionLevel.Optimal, leaveOpen: true);
        await WriteAsync(compressing, body, size, context.RequestAborted);
    }

    private static async Task WriteAsync(Stream stream, byte[] body, long size, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(body, cancellationToken);
        for (var left = size - body.Length; left > 0; left -= Blanks.Length)
            await stream.WriteAsync(Blanks.AsMemory(0, (int)Math.Min(left, Blanks.Length)), cancellationToken);
    }
}
