namespace FlightGraph.Tests.Planning;

/// <summary>A field as introspection shows it.</summary>
/// <param name="Name">In the schema.</param>
/// <param name="Type">Its type without what is around it.</param>
/// <param name="Kind">That type's kind.</param>
/// <param name="Arguments">The names of its arguments.</param>
internal sealed record SchemaField(string Name, string Type, string Kind, IReadOnlyList<string> Arguments)
{
    public bool IsLeaf => Kind is "SCALAR" or "ENUM";
}
