namespace FlightGraph.Tests.Support;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Ancestors.First(folder => File.Exists(Path.Combine(folder, "FlightGraph.sln")));

    public static IEnumerable<string> Ancestors
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                yield return folder.FullName;
        }
    }

    public static string Read(string relativePath) => File.ReadAllText(Path.Combine(Root, relativePath));
}
