using FlightGraph.Upstream.Contract;

namespace FlightGraph.Upstream.Requests;

/// <summary>One object in its fullest variant.</summary>
/// <param name="Resource">Where it lives.</param>
/// <param name="Id">The upstream's id, an integer or UUID as text.</param>
public sealed record ObjectAddress(Resource Resource, string Id) : UpstreamAddress
{
    public override string Path => Resource.Path;

    public override string ToRelativeUri() => $"{Resource.Path}/{Uri.EscapeDataString(Id)}/";
}
