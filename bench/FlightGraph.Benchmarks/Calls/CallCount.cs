namespace FlightGraph.Benchmarks.Calls;

/// <summary>What one operation took.</summary>
/// <param name="Gateway">The gateway that remembers nothing, as the upstream saw it.</param>
/// <param name="Reported">The same as the gateway told it.</param>
/// <param name="Again">The gateway when asked a second time.</param>
/// <param name="Plain">The plain strategy.</param>
internal sealed record CallCount(Operation Operation, Traffic Gateway, Traffic Reported, Traffic Again, Traffic Plain)
{
    /// <summary>All that is not as it should be.</summary>
    public IEnumerable<string> Complaints()
    {
        if (Gateway.Calls > Plain.Calls)
            yield return $"{Operation.Name}: {Gateway}; the plain strategy makes {Plain.Calls}.";
        if (Gateway.Calls > Operation.MaxCalls)
            yield return $"{Operation.Name}: {Gateway}; {Operation.MaxCalls} calls are enough.";
        if (Again.Calls > 0)
            yield return $"{Operation.Name}: asked again {Again}; it should all be remembered.";
        if (Reported != Gateway)
            yield return $"{Operation.Name}: the gateway reports {Reported}; the upstream saw {Gateway}.";
    }
}
