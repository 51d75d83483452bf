using System.Collections;

namespace FlightGraph.Schema;

/// <summary>What several types have in common, as a table like theirs.</summary>
/// <param name="name">The name in the schema.</param>
/// <param name="members">The types that have it.</param>
/// <param name="description">For clients.</param>
internal sealed class InterfaceDefinition(string name, IReadOnlyList<string> members, string description) : IEnumerable<FieldDefinition>
{
    private readonly List<FieldDefinition> fields = [];

    public string Name { get; } = name;

    public IReadOnlyList<string> Members { get; } = members;

    public string Description { get; } = description;

    public IReadOnlyList<FieldDefinition> Fields => fields;

    public void Add(string upstreamName, string type, string description) =>
        fields.Add(new FieldDefinition(upstreamName, type, description));

    public IEnumerator<FieldDefinition> GetEnumerator() => fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
