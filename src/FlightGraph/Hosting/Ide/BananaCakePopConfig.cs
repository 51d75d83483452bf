namespace FlightGraph.Hosting.Ide;

/// <summary>What Banana Cake Pop reads from <c>bcp-config.json</c> beside its page; the names are its own.</summary>
internal sealed record BananaCakePopConfig
{
    public string Title { get; } = "FlightGraph";

    public required string Endpoint { get; init; }

    /// <summary>With true it would call its own address, slash and all.</summary>
    public bool UseBrowserUrlAsEndpoint { get; }

    /// <summary>With false it would report to its makers some seconds after it was opened.</summary>
    public bool DisableTelemetry { get; } = true;

    /// <summary>The text of the first tab.</summary>
    public required string GraphQLDocument { get; init; }
}
