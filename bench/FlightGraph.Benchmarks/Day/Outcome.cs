namespace FlightGraph.Benchmarks.Day;

/// <summary>How a query was answered.</summary>
/// <param name="At">When it was asked.</param>
/// <param name="Kind">Which page asked.</param>
/// <param name="Codes">Of its errors, at whatever path; none where all is well. <c>NO_ANSWER</c> stands for HTTP's own failures.</param>
/// <param name="HasData">Whether something came beside the errors.</param>
/// <param name="IsStale">Whether any part of it is past its fresh life.</param>
/// <param name="Age">Of its oldest part.</param>
/// <param name="Calls">Made for it while it waited.</param>
internal sealed record Outcome(DateTimeOffset At, string Kind, IReadOnlyList<string> Codes, bool HasData, bool IsStale, TimeSpan Age, int Calls)
{
    /// <summary>An error anywhere makes it a failure, however much came beside it.</summary>
    public bool HasFailed => Codes.Count > 0;

    public bool IsFresh => !HasFailed && !IsStale;
}
