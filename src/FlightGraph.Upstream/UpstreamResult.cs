using System.Diagnostics.CodeAnalysis;
using FlightGraph.Upstream.Freshness;

namespace FlightGraph.Upstream;

/// <summary>What a call brought: a value, the knowledge that there is none, or an error.</summary>
public sealed record UpstreamResult<T>
    where T : class
{
    private UpstreamResult(T? value, UpstreamError? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The upstream has no such object.</summary>
    public static UpstreamResult<T> NotFound { get; } = new(null, null);

    public T? Value { get; }

    public UpstreamError? Error { get; }

    /// <summary>How old it is; null for a failure.</summary>
    public Stamp? Stamp { get; init; }

    /// <summary>Null for what was remembered.</summary>
    public CallFacts? Facts { get; init; }

    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsFound => Value is not null;

    public static UpstreamResult<T> Found(T value) => new(value, null);

    public static UpstreamResult<T> Failed(UpstreamError error) => new(null, error);
}
