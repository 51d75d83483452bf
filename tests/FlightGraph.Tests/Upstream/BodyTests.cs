using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using FlightGraph.Tests.Support;
using FlightGraph.Upstream;
using Microsoft.AspNetCore.Http;

namespace FlightGraph.Tests.Upstream;

/// <summary>Bodies that break off or never end, through real sockets. Alone in the process, since memory is measured.</summary>
[Collection(nameof(BodyTests))]
[CollectionDefinition(nameof(BodyTests), DisableParallelization = true)]
public sealed class BodyTests : IAsyncLifetime
{
    private const int Megabyte = 1 << 20;

    private ScriptedUpstream upstream = null!;

    public async Task InitializeAsync() => upstream = await ScriptedUpstream.StartAsync();

    public async Task DisposeAsync() => await upstream.DisposeAsync();

    [Fact]
    public async Task Body_Broken_Off_Half_Way_Is_Asked_For_Once_More()
    {
        var calls = 0;
        upstream.On("launches/", async http =>
        {
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = 8;
            await http.Response.WriteAsync("{\"id\"");
            await http.Response.Body.FlushAsync();
            if (++calls == 1)
                http.Abort();
            else
                await http.Response.WriteAsync(":1}");
        });
        using var http = Http();

        var answer = await http.GetAsync();

        Assert.Equal("""{"id":1}"""u8.ToArray(), answer.Body);
        Assert.Equal(2, answer.Attempts);
        Assert.Equal(1, http.Charges);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Bomb_Ends_At_The_Cap_With_Flat_Memory(string encoding)
    {
        var bomb = Compressed(encoding, 256);
        Assert.InRange(bomb.Length, 1, 300_000);
        upstream.On("launches/", async http =>
        {
            http.Response.ContentType = "application/json";
            http.Response.Headers.ContentEncoding = encoding;
            await http.Response.Body.WriteAsync(bomb);
        });
        using var http = Http("--Upstream:MaxResponseBytes=1048576");
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var answer = await http.GetAsync();

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 16 * Megabyte);
        Assert.Equal(UpstreamErrorKind.Malformed, answer.Error?.Kind);
        Assert.Equal(1, answer.Attempts);
    }

    [Fact]
    public async Task Body_Without_An_End_Ends_At_The_Cap()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var sending = SendForeverAsync(listener);
        using var http = new HttpUnderTest(
            null, $"--Upstream:BaseAddress=http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/", "--Upstream:MaxResponseBytes=1048576");

        var answer = await http.GetAsync();

        Assert.Equal(UpstreamErrorKind.Malformed, answer.Error?.Kind);
        // What lies in buffers on the way counts as sent.
        Assert.InRange(await sending, Megabyte, 64 * Megabyte);
    }

    /// <summary>By hand, since a web server takes what it is given to send without a word when nobody is there any more.</summary>
    /// <returns>How many bytes could be sent until the caller hung up.</returns>
    private static async Task<long> SendForeverAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"u8.ToArray());
        var chunk = new byte[64 << 10];
        for (var sent = 0L; ; sent += chunk.Length)
        {
            try
            {
                await stream.WriteAsync(chunk);
            }
            catch (IOException)
            {
                return sent;
            }
        }
    }

    private HttpUnderTest Http(params string[] settings) => new(null, [$"--Upstream:BaseAddress={upstream.BaseAddress}", .. settings]);

    private static byte[] Compressed(string encoding, int megabytes)
    {
        using var body = new MemoryStream();
        using (Stream compressing = encoding == "br" ? new BrotliStream(body, CompressionLevel.Fastest) : new GZipStream(body, CompressionLevel.Optimal))
        {
            var zeros = new byte[Megabyte];
            for (var written = 0; written < megabytes; written++)
                compressing.Write(zeros);
        }

        return body.ToArray();
    }
}
