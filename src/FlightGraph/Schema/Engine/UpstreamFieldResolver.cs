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
    private readonly Func<FieldValue, object?> scalar = ScalarConverter(field.NamedType);

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var source = (ResourceObject)context.Source!;
        var value = source[field.Upstream];
        return new ValueTask<object?>(value.Kind == FieldValueKind.Absent
            ? new PendingResult<HydratedValue>(context, OperationContext.Of(context).Loaders.Hydrator.Load(source, field.Upstream, OperationContext.Coordinate(context)), Hydrated(context))
            : Convert(context, value));
    }

    private Func<HydratedValue, object?> Hydrated(IResolveFieldContext context)
    {
        // The engine uses its context again once the resolver has returned.
        var kept = context.Copy();
        return result => result.Error is { } error ? throw GatewayError.From(error) : Convert(kept, result.Value);
    }

    private object? Convert(IResolveFieldContext context, FieldValue value) => value.Kind switch
    {
        FieldValueKind.Scalar => scalar(value),
        FieldValueKind.Object => Completion.Of(context, value.Object),
        FieldValueKind.List => Completion.Of(context, value.List),
        FieldValueKind.Malformed => throw GatewayError.Malformed(),
        _ => null,
    };

    private static Func<FieldValue, object?> ScalarConverter(string type) => type switch
    {
        "Int" => value => value.GetInteger() is >= int.MinValue and <= int.MaxValue and var number ? (int)number : throw GatewayError.Malformed(),
        "Long" => value => value.GetInteger(),
        "Float" => value => value.GetNumber(),
        "Boolean" => value => value.GetBoolean(),
        _ => value => value.GetText(),
    };
}
