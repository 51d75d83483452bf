namespace FlightGraph.Upstream.Budget;

/// <summary>On whose behalf a call is to be made.</summary>
/// <param name="Class">What it is for.</param>
/// <param name="Client">Who takes turns with others of the class: an opaque key, such as an address. It is kept in memory alone.</param>
/// <param name="Patience">How long it is worth waiting for the permission; negative waits without end.</param>
public sealed record CallOrder(CallClass Class, string Client, TimeSpan Patience);
