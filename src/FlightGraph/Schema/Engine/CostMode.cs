namespace FlightGraph.Schema.Engine;

/// <summary>What a client wants to know of an operation's cost.</summary>
internal enum CostMode
{
    None,

    /// <summary>The answer, and beside it the calls that were made for it.</summary>
    Report,

    /// <summary>No answer and no call, only what it would cost now.</summary>
    Validate,
}
