namespace FlightGraph.StandIn.Data.Figures;

/// <summary>The counts over a number of landings, given in the order of time. A landing still to come is not counted.</summary>
internal sealed class LandingFigures
{
    public LandingFigures(IEnumerable<Record> landings)
    {
        var done = landings.Where(landing => landing["attempt"] is true && landing["success"] is bool).ToArray();
        Attempted = done.Length;
        Successful = done.Count(Succeeded);
        ConsecutiveSuccessful = done.Reverse().TakeWhile(Succeeded).Count();
    }

    public long Attempted { get; }

    public long Successful { get; }

    public long Failed => Attempted - Successful;

    public long ConsecutiveSuccessful { get; }

    private static bool Succeeded(Record landing) => landing["success"] is true;
}
