using FlightGraph.Upstream.Contract;

namespace FlightGraph.Schema;

/// <summary>A declared field with the upstream's field behind it.</summary>
internal sealed class CatalogueField
{
    private readonly FieldDefinition definition;

    /// <exception cref="InvalidOperationException">The declaration and the contract contradict each other.</exception>
    public CatalogueField(CatalogueType owner, FieldDefinition definition, SchemaCatalogue catalogue)
    {
        this.definition = definition;
        if (definition.Note is { IsNewerThanContract: true })
            Learn(owner.Entity, definition);
        Upstream = owner.Entity.Find(definition.UpstreamName)
            ?? throw new InvalidOperationException($"{owner.Name}: the upstream's {owner.Entity.Name} has no field '{definition.UpstreamName}'.");
        if (Upstream.Child is { } child)
            Child = catalogue.Type(child);

        var expected = Expected();
        if (!expected.Contains(definition.Type))
        {
            throw new InvalidOperationException(
                $"{owner.Name}.{definition.UpstreamName} is declared as {definition.Type}; by the upstream's contract it is {string.Join(" or ", expected)}.");
        }
    }

    public string Name => definition.Name;

    /// <summary>In the schema language.</summary>
    public string Type => definition.Type;

    /// <summary>The type without list and non-null marks.</summary>
    public string NamedType => definition.NamedType;

    /// <summary>Names the upstream's field where ours is spelled differently.</summary>
    public string Description => definition.Name == definition.UpstreamName
        ? definition.Description
        : $"{definition.Description}\n\nLaunch Library 2: `{definition.UpstreamName}`.";

    public EntityField Upstream { get; }

    /// <summary>The type of a nested object or of a list's items.</summary>
    public CatalogueType? Child { get; }

    public string? DeprecationReason => definition.Note?.DeprecationReason;

    /// <exception cref="InvalidOperationException">The contract has learnt of it meanwhile, or its type is not one that stands by itself.</exception>
    private static void Learn(Entity entity, FieldDefinition definition)
    {
        if (entity.Find(definition.UpstreamName) is not null)
            throw new InvalidOperationException($"{entity.Name}.{definition.UpstreamName} is in the contract by now; take the note off its declaration.");
        entity.Learn(definition.UpstreamName, definition.Type switch
        {
            "String" => FieldKind.Text,
            "Int" or "Long" => FieldKind.Integer,
            "Float" => FieldKind.Number,
            "URL" => FieldKind.Uri,
            "UUID" => FieldKind.Uuid,
            _ when Enum.TryParse<FieldKind>(definition.Type, out var kind) => kind,
            _ => throw new InvalidOperationException($"{entity.Name}.{definition.UpstreamName}: a new field that holds objects needs a new contract."),
        });
    }

    private string[] Expected() => Upstream.Kind switch
    {
        FieldKind.Object => [Child!.Name],
        FieldKind.List => [$"[{Child!.Name}!]"],
        FieldKind.Text => ["String"],
        FieldKind.Integer => ["Int", "Long"],
        FieldKind.Number => ["Float"],
        FieldKind.Uri => ["URL"],
        FieldKind.Uuid => ["UUID"],
        var kind => [kind.ToString()],
    };
}
