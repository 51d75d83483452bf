namespace FlightGraph.Upstream.Budget;

/// <param name="Limit">The most calls in a window.</param>
/// <param name="Window">After that time a call no longer counts.</param>
/// <param name="Used">The calls that count now.</param>
/// <param name="BlockedFor">How long the upstream wants no call at all.</param>
/// <param name="IsShared">Whether all replicas see these figures.</param>
internal readonly record struct LedgerView(int Limit, TimeSpan Window, int Used, TimeSpan BlockedFor, bool IsShared);
