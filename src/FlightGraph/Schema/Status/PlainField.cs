namespace FlightGraph.Schema.Status;

/// <param name="Name">In the schema.</param>
/// <param name="Type">In the schema language.</param>
/// <param name="Description">As clients read it.</param>
/// <param name="Read">Its value, given the object.</param>
internal sealed record PlainField(string Name, string Type, string Description, Func<object, object?> Read)
{
    public static PlainField Of<T>(string name, string type, Func<T, object?> read, string description) =>
        new(name, type, description, source => read((T)source));
}
