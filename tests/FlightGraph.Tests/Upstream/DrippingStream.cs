using System.Threading.Channels;

namespace FlightGraph.Tests.Upstream;

/// <summary>A body that gives one byte at a time, when told to, and never ends.</summary>
internal sealed class DrippingStream : Stream
{
    private readonly Channel<byte> drops = Channel.CreateUnbounded<byte>();
    private readonly SemaphoreSlim reads = new(0);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void Drop() => drops.Writer.TryWrite((byte)' ');

    /// <summary>Waits until somebody wants the next byte.</summary>
    public Task ReadAsync() => reads.WaitAsync();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        reads.Release();
        var drop = await drops.Reader.ReadAsync(cancellationToken);
        buffer.Span[0] = drop;
        return 1;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
