using FlightGraph.Upstream.Contract;

namespace FlightGraph.Upstream.Requests;

/// <summary>A document that there is but one of.</summary>
public sealed record DocumentAddress(Singleton Document, ResourceMode Mode) : UpstreamAddress
{
    public override string Path => Document.Path;

    public override string ToRelativeUri() => Mode.Name is { } name ? $"{Document.Path}/?mode={name}" : $"{Document.Path}/";
}
