namespace FlightGraph.Upstream.Budget;

/// <param name="Charge">Null when there was no room.</param>
/// <param name="RetryIn">When it is worth trying again, where that is sooner than the window tells.</param>
internal readonly record struct ChargeAttempt(Charge? Charge, TimeSpan? RetryIn = null);
