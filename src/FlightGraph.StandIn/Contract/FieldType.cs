namespace FlightGraph.StandIn.Contract;

/// <summary>The type of a field, in the contract <c>integer?</c>, <c>AgencyMini</c> or <c>[AstronautFlight]</c>.</summary>
internal sealed record FieldType(ValueKind Kind, string? Schema, bool Nullable)
{
    public static FieldType Parse(string field, string text)
    {
        if (text.StartsWith('['))
            return new FieldType(ValueKind.Many, text[1..^1], Nullable: false);

        var nullable = text.EndsWith('?');
        var name = text.TrimEnd('?');

        // The one length of time that is not ISO 8601: Django's own form, "1 00:00:00". It passes through as text.
        if (field == "length_of_day")
            return new FieldType(ValueKind.Text, null, nullable);

        return Scalars.Parse(name) is { } kind
            ? new FieldType(kind, null, nullable)
            : new FieldType(ValueKind.One, name, nullable);
    }
}
