namespace FlightGraph.Upstream.Http;

/// <summary>A body that has been read already, in the place of the one that came.</summary>
internal sealed class ReadContent : ByteArrayContent
{
    /// <param name="body">Null when it was larger than allowed.</param>
    /// <param name="original">Its headers still tell what the body is.</param>
    public ReadContent(byte[]? body, HttpContent original)
        : base(body ?? [])
    {
        Body = body;
        Headers.ContentType = original.Headers.ContentType;
    }

    public byte[]? Body { get; }
}
