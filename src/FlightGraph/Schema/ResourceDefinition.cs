using System.Collections;

namespace FlightGraph.Schema;

/// <summary>
/// A resource that clients can ask for at the root: one by its id, and many as a connection, with the filters listed.
/// </summary>
/// <param name="path">The upstream's path, <c>spacecraft_flights</c>.</param>
/// <param name="singular">The field that gives one.</param>
/// <param name="plural">The field that gives many.</param>
/// <param name="description">What the many are, as a noun phrase in the plural: "Flights of spacecraft, crewed or not".</param>
internal sealed class ResourceDefinition(string path, string singular, string plural, string description) : IEnumerable<FilterDefinition>
{
    private readonly List<FilterDefinition> filters = [];

    public string Path { get; } = path;

    public string Singular { get; } = singular;

    public string Plural { get; } = plural;

    public string Description { get; } = description;

    public IReadOnlyList<FilterDefinition> Filters => filters;

    /// <param name="name">The name that clients see.</param>
    /// <param name="idOf">The type whose id the filter takes.</param>
    /// <param name="upstreamName">The upstream's parameter.</param>
    /// <param name="description">What it keeps.</param>
    public void Add(string name, string idOf, string upstreamName, string description) =>
        filters.Add(new FilterDefinition(name, idOf, upstreamName, description));

    public IEnumerator<FilterDefinition> GetEnumerator() => filters.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
