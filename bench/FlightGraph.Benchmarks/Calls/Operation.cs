namespace FlightGraph.Benchmarks.Calls;

/// <summary>An operation whose calls are counted.</summary>
/// <param name="Name">What it asks for, as the table shows it.</param>
/// <param name="Query">The document.</param>
/// <param name="MaxCalls">The most that a gateway which remembers nothing may make. More is a step back; after a step forward, lower it.</param>
internal sealed record Operation(string Name, string Query, int MaxCalls);
