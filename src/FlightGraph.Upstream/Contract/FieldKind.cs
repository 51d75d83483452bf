namespace FlightGraph.Upstream.Contract;

/// <summary>What a field of the upstream holds, by meaning rather than by JSON type.</summary>
public enum FieldKind
{
    Text,
    Integer,
    Number,
    Boolean,

    /// <summary>An instant in UTC, RFC 3339.</summary>
    DateTime,

    /// <summary>A day, <c>1963-06-14</c>.</summary>
    Date,

    /// <summary>A length of time; ISO 8601, or Django's <c>1 00:00:00</c>.</summary>
    Duration,

    /// <summary>An absolute web address.</summary>
    Uri,

    Uuid,

    /// <summary>Another entity, in some variant.</summary>
    Object,

    /// <summary>A list of another entity.</summary>
    List,
}
