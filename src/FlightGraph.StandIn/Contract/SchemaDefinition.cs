using System.Collections.Frozen;

namespace FlightGraph.StandIn.Contract;

/// <summary>One serializer of LL2: the fields it writes, in the order of the contract.</summary>
internal sealed record SchemaDefinition(string Name, string Entity, IReadOnlyList<KeyValuePair<string, FieldType>> Fields)
{
    /// <summary>What the serializer calls itself in <c>response_mode</c>. Most names say it, these do not.</summary>
    public string ResponseMode { get; } = Misleading.GetValueOrDefault(Name) ?? Name switch
    {
        _ when Name.Contains("Detailed", StringComparison.Ordinal) => "detailed",
        _ when Name.Contains("Normal", StringComparison.Ordinal) => "normal",
        _ => "list",
    };

    private static readonly FrozenDictionary<string, string> Misleading = new Dictionary<string, string>
    {
        ["AgencyDetailed"] = "normal",
        ["AstronautDetailed"] = "list",
        ["CelestialBodyDetailed"] = "normal",
        ["Location"] = "normal",
        ["LocationSerializerNoCelestialBody"] = "normal",
        ["LocationSerializerWithPads"] = "detailed",
        ["MissionPatch"] = "normal",
        ["PayloadFlightSerializerNoLaunch"] = "detailed",
        ["SpaceStationEndpoint"] = "normal",
        ["SpacecraftConfigFamilyDetailed"] = "normal",
        ["SpacecraftDetailed"] = "normal",
        ["SpacewalkNormal"] = "list",
    }.ToFrozenDictionary();
}
