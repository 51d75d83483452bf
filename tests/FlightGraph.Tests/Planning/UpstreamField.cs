namespace FlightGraph.Tests.Planning;

/// <param name="Name">As the upstream writes it.</param>
/// <param name="Child">The entity of what it holds; null for scalars.</param>
internal sealed record UpstreamField(string Name, string? Child, bool IsList);
