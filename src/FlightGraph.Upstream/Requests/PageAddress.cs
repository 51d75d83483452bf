namespace FlightGraph.Upstream.Requests;

/// <summary>Some rows of a resource.</summary>
public sealed record PageAddress(PageRequest Request) : UpstreamAddress
{
    public override string Path => Request.Resource.Path;

    public override string ToRelativeUri() => Request.ToRelativeUri();
}
