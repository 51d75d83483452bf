namespace FlightGraph.Benchmarks.Store;

/// <summary>A way to keep answers in a folder.</summary>
internal interface ICandidate
{
    string Name { get; }

    /// <summary>How many entries there must be after it was filled.</summary>
    int Expected { get; }

    /// <summary>Keeps all and closes the folder.</summary>
    /// <returns>How many entries were written.</returns>
    Task<int> FillAsync(string folder, IReadOnlyList<Answer> answers);

    /// <summary>What a start does: opens the folder and reads until everything can be answered.</summary>
    /// <returns>How many entries were found.</returns>
    Task<int> ReadBackAsync(string folder);
}
