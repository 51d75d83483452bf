namespace FlightGraph.Benchmarks;

/// <param name="Calls">To the upstream.</param>
/// <param name="Bytes">Of their bodies.</param>
internal sealed record Traffic(int Calls, long Bytes)
{
    public override string ToString() => FormattableString.Invariant($"{Calls} calls with {Bytes} bytes");
}
