using System.Text.Json;

namespace FlightGraph.StandIn.Data;

/// <summary>A JSON value that knows its line, which the framework's own documents do not.</summary>
internal sealed record FixtureNode(JsonValueKind Kind, int Line)
{
    /// <summary>A string, a long, a double or a bool; null for null, objects and lists.</summary>
    public object? Scalar { get; init; }

    public IReadOnlyList<FixtureNode> Items { get; init; } = [];

    public IReadOnlyList<FixtureMember> Members { get; init; } = [];

    /// <summary>The value as an error message names it.</summary>
    public override string ToString() => Kind switch
    {
        JsonValueKind.String => $"the text \"{Scalar}\"",
        JsonValueKind.Number => $"the number {Scalar}",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        _ => Kind == JsonValueKind.True ? "true" : "false",
    };
}
