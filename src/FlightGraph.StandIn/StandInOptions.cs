namespace FlightGraph.StandIn;

/// <summary>How the stand-in behaves. As it comes it answers at once, without limit and without faults.</summary>
public sealed class StandInOptions
{
    /// <summary>The port on the loopback address; 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>The shortest time before an answer is given. Default: none.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>The longest time before an answer, drawn by lot from <see cref="Latency"/> on. Default: the same.</summary>
    public TimeSpan? LatencyUpTo { get; set; }

    /// <summary>
    /// The moment the data are told as of: who is in space then, which launches are to come. Default: null, the data set's own
    /// last day.
    /// </summary>
    public DateTimeOffset? Now { get; set; }

    /// <summary>
    /// Whether a launch whose time has not come is told as about to fly, and for the ten minutes after it as in flight, whatever
    /// came of it; figures over launches do not wait. Default: no, what the data know is told from the start.
    /// </summary>
    public bool HoldOutcomes { get; set; }

    /// <summary>How many calls a caller has in a <see cref="ThrottleWindow"/>. Default: 0, which means no limit.</summary>
    public int Throttle { get; set; }

    /// <summary>The time after which a call no longer counts. Default: one hour, as LL2 has it.</summary>
    public TimeSpan ThrottleWindow { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// What goes wrong, each written as on the command line: <c>status=503,rate=0.1</c>, <c>truncate,path=launches,count=2</c>,
    /// <c>throttled,retry-after=date</c>, <c>bomb,size=256</c>. Default: nothing.
    /// </summary>
    public IList<string> Faults { get; set; } = [];

    /// <summary>Whether lists without an <c>ordering</c> come in another order on each call, as LL2's do. Default: no.</summary>
    public bool Shuffle { get; set; }

    /// <summary>
    /// After how many lists of launches a new one turns up at the front, so that pages shift under whoever reads them.
    /// Default: 0, which means never.
    /// </summary>
    public int Shift { get; set; }

    /// <summary>Where all that is drawn by lot starts from, so that a run can be repeated. Default: 1.</summary>
    public int Seed { get; set; } = 1;
}
