using FlightGraph.Upstream.Freshness;

namespace FlightGraph.Upstream.Store;

/// <param name="Value">What was read.</param>
/// <param name="Answer">The answer that it came in.</param>
/// <param name="Stamp">How old it is. Younger than the answer where the upstream has said since that nothing has moved.</param>
public readonly record struct Remembered<T>(T Value, Answer Answer, Stamp Stamp);
