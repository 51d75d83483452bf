namespace FlightGraph.Schema;

/// <summary>Something that the upstream can order a list by.</summary>
/// <param name="Ordering">As the upstream writes it, <c>location__name</c>.</param>
internal sealed record ListOrder(string Ordering)
{
    /// <summary>As clients write it, <c>LOCATION_NAME</c>.</summary>
    public string Name { get; } = Ordering.Replace("__", "_", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>The way through the schema's fields to the value, <c>location.name</c>.</summary>
    public string Path { get; } = string.Join('.', Ordering.Split("__").Select(part => new FieldDefinition(part, "", "").Name));
}
