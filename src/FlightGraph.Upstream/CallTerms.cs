using FlightGraph.Upstream.Budget;
using FlightGraph.Upstream.Freshness;

namespace FlightGraph.Upstream;

/// <summary>On whose behalf something is asked for, and on what terms.</summary>
/// <param name="Class">What the call is for.</param>
/// <param name="Client">Tells clients from one another, so that they can take turns: an address.</param>
/// <param name="Patience">How long it is worth waiting for the permission to call.</param>
/// <param name="Tolerance">How old the answer may be.</param>
public sealed record CallTerms(CallClass Class, string Client, TimeSpan Patience, Tolerance Tolerance);
