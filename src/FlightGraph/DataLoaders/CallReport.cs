namespace FlightGraph.DataLoaders;

/// <summary>A call of an operation, or one that it was spared.</summary>
/// <param name="Resource">The upstream's path.</param>
/// <param name="Mode">The depth asked for; null where there is but one.</param>
/// <param name="Purposes">The fields that it was for, as schema coordinates.</param>
/// <param name="Keys">How many objects or pages it was for.</param>
/// <param name="Origin">Where the answer came from.</param>
/// <param name="Bytes">Of the body.</param>
/// <param name="Elapsed">From the sending to the last byte.</param>
internal sealed record CallReport(string Resource, string? Mode, IReadOnlyList<string> Purposes, int Keys, CallOrigin Origin, long Bytes, TimeSpan Elapsed);
