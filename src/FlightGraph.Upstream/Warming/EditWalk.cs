namespace FlightGraph.Upstream.Warming;

/// <summary>The reading of one list of edits, perhaps over several calls and with time between them.</summary>
/// <param name="since">From when on edits are asked for, by our clock.</param>
/// <param name="askedAt">When its first call was made: what is edited later may be missed.</param>
internal sealed class EditWalk(DateTimeOffset since, DateTimeOffset askedAt)
{
    public DateTimeOffset Since { get; } = since;

    public DateTimeOffset AskedAt { get; } = askedAt;

    /// <summary>When each row was edited last, by its id.</summary>
    public Dictionary<string, DateTimeOffset> Edits { get; } = new(StringComparer.Ordinal);

    /// <summary>Where the next call begins, by the upstream's clock.</summary>
    public DateTimeOffset From { get; set; }

    /// <summary>How many rows of that moment are read already.</summary>
    public int Offset { get; set; }
}
