namespace FlightGraph.Upstream.Archive;

/// <summary>How an archive is, as far as is known without asking it.</summary>
/// <param name="Place"><c>disk</c> or <c>Redis</c>.</param>
/// <param name="State">Whether it works.</param>
/// <param name="Answers">How many it keeps.</param>
/// <param name="Bytes">That their bodies take, as stored.</param>
public sealed record ArchiveStatus(string Place, ArchiveState State, long Answers, long Bytes);
