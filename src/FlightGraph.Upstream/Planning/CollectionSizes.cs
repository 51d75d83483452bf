using System.Collections.Frozen;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;

namespace FlightGraph.Upstream.Planning;

/// <summary>How many calls read a whole collection: learnt from the count that every page tells.</summary>
public sealed class CollectionSizes(ListStore lists)
{
    /// <summary>Rows of Launch Library 2 as seen in summer 2026, until a page has told better. What is not here is taken for large.</summary>
    private static readonly FrozenDictionary<string, int> Expected = new Dictionary<string, int>
    {
        ["agencies"] = 350,
        ["astronauts"] = 858,
        ["celestial_bodies"] = 4,
        ["docking_events"] = 555,
        ["launcher_configuration_families"] = 109,
        ["launcher_configurations"] = 532,
        ["launchers"] = 191,
        ["launches"] = 7954,
        ["landings"] = 1491,
        ["events"] = 1000,
        ["expeditions"] = 180,
        ["locations"] = 68,
        ["pads"] = 248,
        ["programs"] = 39,
        ["space_stations"] = 15,
        ["spacecraft"] = 607,
        ["spacecraft_configuration_families"] = 20,
        ["spacecraft_configurations"] = 46,
        ["spacecraft_flights"] = 700,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The calls of 100 rows that read it; a large number where nobody knows.</summary>
    public int CallsToScan(Resource resource)
    {
        if ((lists.CountOf(resource) ?? (Expected.TryGetValue(resource.Path, out var expected) ? expected : null)) is { } rows)
            return Math.Max(1, PageRequest.CallsFor(rows));
        // A word list fits into one call; of the rest nobody knows.
        return resource.Path.StartsWith("config/", StringComparison.Ordinal) ? 1 : 1000;
    }
}
