using FlightGraph.Schema.Edges;

namespace FlightGraph.Schema.Places;

/// <summary>Lists that the upstream gives only through a filter.</summary>
internal static class PlaceEdges
{
    public static IReadOnlyList<EdgeDefinition> All { get; } =
    [
        new("Pad", "launches", "launches", "pad", "Launches from this pad.", OwnerPath: "pad.id"),
        new("Location", "launches", "launches", "location__ids", "Launches from all pads of the site."),
        new("Location", "padConnection", "pads", "location__id", "Pads of the site, page by page; `pads` has them as a plain list.", OwnerPath: "location.id"),
        new("CelestialBody", "launches", "launches", "pad__location__celestial_body__id", "Launches from the ground of this body.", OwnerPath: "pad.location.celestial_body.id"),
        new("LandingLocation", "landings", "landings", "landing_location__ids", "Landings here, tried or done."),
    ];
}
