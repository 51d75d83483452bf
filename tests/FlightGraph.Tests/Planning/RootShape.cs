namespace FlightGraph.Tests.Planning;

internal enum RootShape
{
    Single,
    List,
    Connection,
}
