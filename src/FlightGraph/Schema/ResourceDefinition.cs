using System.Collections;
using FlightGraph.Schema.Filters;

namespace FlightGraph.Schema;

/// <summary>
/// A resource that clients can ask for at the root: one by its id, and many as a connection, with the filters listed. Orders,
/// search words and windows follow from the upstream's contract.
/// </summary>
/// <param name="path">The upstream's path, <c>spacecraft_flights</c>.</param>
/// <param name="singular">The field that gives one.</param>
/// <param name="plural">The field that gives many.</param>
/// <param name="description">What the many are, as a noun phrase in the plural: "Flights of spacecraft, crewed or not".</param>
/// <param name="lookups">Names beside the id that are one object's own.</param>
internal sealed class ResourceDefinition(
    string path, string singular, string plural, string description, IReadOnlyList<LookupDefinition>? lookups = null) : IEnumerable<FilterDefinition>
{
    private readonly List<FilterDefinition> filters = [];

    public string Path { get; } = path;

    public string Singular { get; } = singular;

    public string Plural { get; } = plural;

    public string Description { get; } = description;

    public IReadOnlyList<FilterDefinition> Filters => filters;

    public IReadOnlyList<LookupDefinition> Lookups { get; } = lookups ?? [];

    /// <summary>A filter by value: <c>{ "net", "net", "…" }</c> has whatever operators the upstream has for <c>net</c>.</summary>
    public void Add(string name, string parameter, string description) =>
        filters.Add(new FilterDefinition(name, null, parameter, null, description));

    /// <summary>A filter by what a row belongs to, one or several as the parameter takes it.</summary>
    public void Add(string name, string idOf, string parameter, string description) =>
        filters.Add(new FilterDefinition(name, idOf, parameter, null, description));

    /// <summary>A filter by what a row belongs to, with one parameter for one and another for several.</summary>
    public void Add(string name, string idOf, string parameter, string many, string description) =>
        filters.Add(new FilterDefinition(name, idOf, parameter, many, description));

    public IEnumerator<FilterDefinition> GetEnumerator() => filters.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
