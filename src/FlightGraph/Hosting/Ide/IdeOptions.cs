namespace FlightGraph.Hosting.Ide;

/// <summary>The IDE that a browser gets at the endpoint. Configuration section <c>Ide</c>.</summary>
public sealed class IdeOptions
{
    public const string SectionName = "Ide";

    /// <summary>Whether there is one. Default true; with false a browser gets the endpoint's plain answers like any other client.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// The folder of Banana Cake Pop's files, relative to the program's own. Default <c>ide</c>, where the build puts them; when it
    /// holds no <c>index.html</c>, the page that loads Ruru from a CDN is served.
    /// </summary>
    public string Folder { get; set; } = "ide";
}
