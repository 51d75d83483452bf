using FlightGraph.DataLoaders;
using FlightGraph.Upstream.Documents;
using GraphQL;
using GraphQL.Resolvers;

namespace FlightGraph.Schema.Engine;

/// <summary>
/// A field of an upstream object: its value where the document at hand has it, else what the hydrator brings. Absent is not
/// null: it asks.
/// </summary>
internal sealed class UpstreamFieldResolver(CatalogueField field) : IFieldResolver
{
    private readonly Func<FieldValue, object?> convert = Converter(field);

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var source = (ResourceObject)context.Source!;
        var value = source[field.Upstream];
        return new ValueTask<object?>(value.Kind == FieldValueKind.Absent
            ? new PendingResult<HydratedValue>(OperationContext.Of(context).Loaders.Hydrator.Load(source, field.Upstream), Hydrated)
            : convert(value));
    }

    private object? Hydrated(HydratedValue result) =>
        result.Error is { } error ? throw GatewayError.From(error) : convert(result.Value);

    private static Func<FieldValue, object?> Converter(CatalogueField field)
    {
        var scalar = ScalarConverter(field.NamedType);
        return value => value.Kind switch
        {
            FieldValueKind.Scalar => scalar(value),
            FieldValueKind.Object => value.Object,
            FieldValueKind.List => value.List,
            FieldValueKind.Malformed => throw GatewayError.Malformed(),
            _ => null,
        };
    }

    private static Func<FieldValue, object?> ScalarConverter(string type) => type switch
    {
        "Int" => value => value.GetInteger() is >= int.MinValue and <= int.MaxValue and var number ? (int)number : throw GatewayError.Malformed(),
        "Long" => value => value.GetInteger(),
        "Float" => value => value.GetNumber(),
        "Boolean" => value => value.GetBoolean(),
        _ => value => value.GetText(),
    };
}
