namespace FlightGraph.StandIn.Contract;

/// <summary>How many values a filter takes: one, several by comma (<c>a,b</c>), or several by repeating it.</summary>
internal enum FilterStyle
{
    Single,
    Csv,
    Repeat,
}
