namespace FlightGraph.Upstream.Archive;

/// <summary>What is still to be written.</summary>
/// <param name="Key">The question.</param>
/// <param name="Answer">To be kept; null when what is kept is to be removed.</param>
internal sealed record AnswerChange(string Key, ArchivedAnswer? Answer)
{
    /// <summary>What it takes while it waits, in bytes, about.</summary>
    public long Size => 200 + (2 * Key.Length) + (Answer?.Body?.Length ?? 0);
}
