namespace FlightGraph.Upstream.Budget;

/// <param name="Id">As in <see cref="Charge"/>.</param>
/// <param name="Age">How long ago it was made, never negative when read. When written, negative where it counts from a later moment on.</param>
/// <param name="Count">How many calls.</param>
internal readonly record struct StoredCharge(string Id, TimeSpan Age, int Count);
