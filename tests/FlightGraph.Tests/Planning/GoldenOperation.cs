namespace FlightGraph.Tests.Planning;

/// <param name="Name">What it is about.</param>
/// <param name="Query">The operation.</param>
/// <param name="Calls">How many upstream calls the gateway makes for it, cold.</param>
/// <param name="Reason">Why it makes more than the oracle's bound; null where it makes as many.</param>
internal sealed record GoldenOperation(string Name, string Query, int Calls, string? Reason = null)
{
    public IReadOnlyDictionary<string, object?> Variables { get; init; } = new Dictionary<string, object?>();

    public IReadOnlyList<AskedField> Fields => AskedField.Parse(Query, Variables);

    public override string ToString() => Name;
}
