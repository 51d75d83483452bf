namespace FlightGraph.Schema.Launches;

internal static class OrbitType
{
    public static ObjectDefinition Definition { get; } = new(
        "Orbit",
        "A kind of orbit or path that a launch aims for. A class such as low Earth orbit, not the path of one object.")
    {
        { "name", "String", "The kind in full, such as `Low Earth Orbit` or `Suborbital`." },
        { "abbrev", "String", "The kind in short, such as `LEO`." },
        { "celestial_body", "CelestialBody", "The body it goes round." },
    };
}
