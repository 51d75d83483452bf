namespace FlightGraph.DataLoaders;

/// <summary>Where an answer came from.</summary>
internal enum CallOrigin
{
    /// <summary>A call made for this operation.</summary>
    Fetched,

    /// <summary>A call that another operation had under way.</summary>
    Shared,

    /// <summary>No call: it was remembered.</summary>
    Remembered,
}
