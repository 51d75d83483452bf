namespace FlightGraph.Benchmarks.Day;

/// <summary>A call as it reached the upstream's door.</summary>
/// <param name="Status">503 is what the door says while nobody is in.</param>
internal sealed record UpstreamCall(DateTimeOffset At, string Target, int Status)
{
    public const int Refused = 429;

    /// <summary>Whether it got as far as the upstream's own count.</summary>
    public bool IsCounted => Status is not (503 or Refused);
}
