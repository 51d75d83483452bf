namespace FlightGraph.StandIn.Contract;

/// <summary>What a field or a filter holds. <c>One</c> and <c>Many</c> are related objects.</summary>
internal enum ValueKind
{
    Text,
    Integer,
    Number,
    Boolean,
    Uuid,
    Date,
    DateTime,
    Duration,
    One,
    Many,
}
