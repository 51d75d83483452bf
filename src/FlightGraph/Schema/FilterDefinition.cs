namespace FlightGraph.Schema;

/// <summary>A filter by what a row belongs to.</summary>
/// <param name="Name">As clients see it.</param>
/// <param name="IdOf">The type whose id the filter takes.</param>
/// <param name="UpstreamName">The upstream's parameter.</param>
/// <param name="Description">For clients.</param>
internal sealed record FilterDefinition(string Name, string IdOf, string UpstreamName, string Description);
