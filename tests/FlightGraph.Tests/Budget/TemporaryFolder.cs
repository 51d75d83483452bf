namespace FlightGraph.Tests.Budget;

internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("flightgraph-budget-");

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
