namespace FlightGraph.Schema.Shared;

/// <summary>What types of several topics have in common.</summary>
internal static class SharedTopic
{
    private static readonly InterfaceDefinition LaunchHistory = new(
        "LaunchHistory",
        ["Agency", "Pad", "Location", "LauncherConfiguration", "LauncherConfigurationFamily", "SpacecraftConfiguration"],
        "Anything that launches are counted for: who carried them out, where they started, what flew.")
    {
        { "name", "String", "Its name." },
        { "total_launch_count", "Int", "Launches so far, as counted by LL2." },
    };

    public static Topic Topic { get; } = new([], []) { Interfaces = [LaunchHistory] };
}
