using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace FlightGraph.Tests.Support;

/// <summary>One address on the loopback behind which another server can be put at any time, or none. Bytes go through as they are.</summary>
internal sealed class SwitchedUpstream : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Socket, byte> open = new();
    private readonly int port;
    private readonly string path;
    private Socket? listener;
    private Task accepting = Task.CompletedTask;
    private IPEndPoint? target;

    public SwitchedUpstream(Uri server)
    {
        path = server.AbsolutePath;
        using (var probe = NewListener(0))
            port = ((IPEndPoint)probe.LocalEndPoint!).Port;
        SwitchTo(server);
    }

    /// <summary>The same for whichever server is behind it.</summary>
    public string BaseAddress => $"http://127.0.0.1:{port}{path}";

    /// <summary>Connections made before are cut, so that nothing more comes from the server before.</summary>
    /// <param name="server">Null: from now on connections are refused.</param>
    public void SwitchTo(Uri? server)
    {
        target = server is null ? null : new IPEndPoint(IPAddress.Loopback, server.Port);
        if (server is null)
            Stop();
        else if (listener is null)
            accepting = AcceptAsync(listener = NewListener(port));
        CutAll();
    }

    public async ValueTask DisposeAsync()
    {
        Stop();
        CutAll();
        await accepting;
    }

    private static Socket NewListener(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        socket.Listen();
        return socket;
    }

    private void Stop()
    {
        listener?.Dispose();
        listener = null;
    }

    private void CutAll()
    {
        foreach (var socket in open.Keys)
            socket.Dispose();
    }

    private async Task AcceptAsync(Socket from)
    {
        try
        {
            while (true)
                _ = RelayAsync(await from.AcceptAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task RelayAsync(Socket client)
    {
        using var near = client;
        using var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        open[near] = open[far] = 0;
        try
        {
            await far.ConnectAsync(target!);
            await Task.WhenAny(CopyAsync(near, far), CopyAsync(far, near));
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or ArgumentNullException)
        {
            // Cut, or the server is gone.
        }
        finally
        {
            open.TryRemove(near, out _);
            open.TryRemove(far, out _);
        }
    }

    /// <summary>Ends when either side does; then both are closed.</summary>
    private static async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 << 10];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                for (var sent = 0; sent < count;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent));
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // As good as the end.
        }
    }
}
