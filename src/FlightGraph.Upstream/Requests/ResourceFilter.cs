namespace FlightGraph.Upstream.Requests;

/// <summary>A condition on the rows of a list: the field or relation has one of the values.</summary>
/// <param name="Name">The upstream's name of the filter.</param>
public sealed record ResourceFilter(string Name, params IReadOnlyList<string> Values);
