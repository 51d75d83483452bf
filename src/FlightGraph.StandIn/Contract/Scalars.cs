namespace FlightGraph.StandIn.Contract;

internal static class Scalars
{
    /// <summary>The kind that a scalar's name in the contract stands for; null if it names a schema.</summary>
    public static ValueKind? Parse(string name) => name switch
    {
        "string" or "uri" => ValueKind.Text,
        "integer" => ValueKind.Integer,
        "number" => ValueKind.Number,
        "boolean" => ValueKind.Boolean,
        "uuid" => ValueKind.Uuid,
        "date" => ValueKind.Date,
        "date-time" => ValueKind.DateTime,
        "duration" => ValueKind.Duration,
        _ => null,
    };
}
