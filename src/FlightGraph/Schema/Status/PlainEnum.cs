namespace FlightGraph.Schema.Status;

/// <summary>A choice of words of our own.</summary>
/// <param name="Name">In the schema.</param>
/// <param name="Description">As clients read it.</param>
/// <param name="Values">The words, with what each means.</param>
internal sealed record PlainEnum(string Name, string Description, IReadOnlyList<(string Name, object Value, string Description)> Values);
