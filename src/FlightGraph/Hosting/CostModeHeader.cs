using FlightGraph.Schema.Engine;

namespace FlightGraph.Hosting;

/// <summary>The request header by which clients ask what an operation costs.</summary>
internal static class CostModeHeader
{
    public const string Name = "GraphQL-Cost";

    /// <summary>Anything but the two words asks for nothing.</summary>
    public static CostMode Read(IHeaderDictionary headers) => headers[Name].ToString().ToLowerInvariant() switch
    {
        "report" => CostMode.Report,
        "validate" => CostMode.Validate,
        _ => CostMode.None,
    };
}
