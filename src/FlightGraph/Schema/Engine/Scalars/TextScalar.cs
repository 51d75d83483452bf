using GraphQL.Types;
using GraphQLParser.AST;

namespace FlightGraph.Schema.Engine.Scalars;

/// <summary>
/// A scalar that is text in JSON. Values from the upstream were checked when its document was read and pass through; values
/// from clients are checked here.
/// </summary>
internal sealed class TextScalar : ScalarGraphType
{
    private readonly Func<string, bool> isValid;

    public TextScalar(string name, string description, string specification, Func<string, bool> isValid)
    {
        this.isValid = isValid;
        Name = name;
        Description = description;
        SpecifiedBy.Apply(this, specification);
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text when isValid(text.Value.ToString()) => text.Value.ToString(),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override bool CanParseLiteral(GraphQLValue value) => value is GraphQLNullValue || (value is GraphQLStringValue text && isValid(text.Value.ToString()));

    public override object? ParseValue(object? value) => value switch
    {
        string text when isValid(text) => text,
        null => null,
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value is null or string ? value : ThrowSerializationError(value);
}
