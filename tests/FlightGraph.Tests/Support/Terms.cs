using FlightGraph.Upstream;
using FlightGraph.Upstream.Budget;
using FlightGraph.Upstream.Freshness;

namespace FlightGraph.Tests.Support;

internal static class Terms
{
    /// <summary>A client that takes any age and waits a little.</summary>
    public static CallTerms OfClient { get; } = new(CallClass.Client, "test", TimeSpan.FromSeconds(10), Tolerance.Any);
}
