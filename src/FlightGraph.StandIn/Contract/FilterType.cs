namespace FlightGraph.StandIn.Contract;

internal sealed record FilterType(ValueKind Kind, FilterStyle Style)
{
    public static FilterType Parse(string text)
    {
        var parts = text.Split(',');
        var kind = Scalars.Parse(parts[0])
            ?? throw new FormatException($"A filter is of a scalar type, but the contract says '{text}'.");
        var style = parts.Length == 1 ? FilterStyle.Single : Enum.Parse<FilterStyle>(parts[1], ignoreCase: true);
        return new FilterType(kind, style);
    }
}
