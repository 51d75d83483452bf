using System.Collections;

namespace FlightGraph.Schema;

/// <summary>
/// A type that clients see, as a table of its fields: the upstream's name of each, its type in the schema language, what it
/// means. <c>id</c> and <c>launchLibraryId</c> come by themselves where the entity has an id.
/// </summary>
/// <param name="name">The name in the schema.</param>
/// <param name="entity">The entity's name in the upstream's contract.</param>
/// <param name="description">For a person who has never seen the upstream.</param>
internal sealed class ObjectDefinition(string name, string entity, string description) : IEnumerable<FieldDefinition>
{
    private readonly List<FieldDefinition> fields = [];

    /// <summary>A type that is named like its entity.</summary>
    public ObjectDefinition(string name, string description)
        : this(name, name, description)
    {
    }

    public string Name { get; } = name;

    public string Entity { get; } = entity;

    public string Description { get; } = description;

    public IReadOnlyList<FieldDefinition> Fields => fields;

    /// <param name="upstreamName">As the upstream writes it; clients see it in camel case.</param>
    /// <param name="type">A scalar or another definition's name, <c>[X!]</c> for a list.</param>
    /// <param name="description">What it means, with unit and range where there is one.</param>
    /// <param name="note">What is out of the ordinary about it, if anything.</param>
    public void Add(string upstreamName, string type, string description, FieldNote? note = null) =>
        fields.Add(new FieldDefinition(upstreamName, type, description, note));

    public IEnumerator<FieldDefinition> GetEnumerator() => fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
