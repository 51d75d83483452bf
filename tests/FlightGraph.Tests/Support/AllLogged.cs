using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FlightGraph.Tests.Support;

/// <summary>Keeps all that is logged: messages, the values in them, scopes and exceptions, whoever logs and on whichever level.</summary>
internal sealed class AllLogged : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> texts = new();

    public IReadOnlyList<string> Texts => [.. texts];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Keep(state);
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        texts.Enqueue(formatter(state, exception));
        if (state is not null)
            Keep(state);
        if (exception is not null)
            texts.Enqueue(exception.ToString());
    }

    public void Dispose()
    {
    }

    private void Keep(object state)
    {
        texts.Enqueue(state.ToString()!);
        if (state is not IEnumerable<KeyValuePair<string, object?>> values)
            return;
        foreach (var (name, value) in values)
            texts.Enqueue($"{name}={value}");
    }
}
