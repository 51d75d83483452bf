using GraphQL.Types;

namespace FlightGraph.Schema.Engine;

/// <summary>Reads types in the schema language.</summary>
internal static class TypeReference
{
    public static IGraphType Read(string type, IReadOnlyDictionary<string, IGraphType> namedTypes) => type switch
    {
        [.. var inner, '!'] => new NonNullGraphType(Read(inner, namedTypes)),
        ['[', .. var inner, ']'] => new ListGraphType(Read(inner, namedTypes)),
        _ => namedTypes[type],
    };
}
