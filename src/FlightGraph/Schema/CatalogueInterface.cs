namespace FlightGraph.Schema;

/// <summary>A declared interface with its members.</summary>
internal sealed class CatalogueInterface
{
    /// <exception cref="InvalidOperationException">A member lacks a field, or has it as another type.</exception>
    public CatalogueInterface(InterfaceDefinition definition, SchemaCatalogue catalogue)
    {
        Definition = definition;
        Members = [.. definition.Members.Select(name => catalogue.FindType(name) ?? throw new InvalidOperationException($"{definition.Name} has the member '{name}', which nobody declares."))];
        foreach (var member in Members)
        {
            foreach (var field in definition.Fields.Where(field => member.Find(field.Name)?.Type != field.Type))
                throw new InvalidOperationException($"{definition.Name}.{field.Name} is {field.Type}; {member.Name} does not have it so.");
        }
    }

    public InterfaceDefinition Definition { get; }

    public string Name => Definition.Name;

    public IReadOnlyList<CatalogueType> Members { get; }
}
