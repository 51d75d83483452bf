using FlightGraph.StandIn.Data;

namespace FlightGraph.StandIn.Answers;

/// <summary>How the caller reaches us. LL2 repeats it in every <c>url</c>, the <c>format</c> included.</summary>
internal sealed class Address(HttpRequest request)
{
    public const string Version = "/2.3.0/";

    private readonly string root = $"{request.Scheme}://{request.Host}{Version}";
    private readonly string end = request.Query["format"].LastOrDefault() is { Length: > 0 } format
        ? $"/?format={Uri.EscapeDataString(format)}"
        : "/";

    // Only called for entities that have an endpoint, and so a collection.
    public string Of(Record record) => $"{root}{record.Entity.Collection}/{record.Id}{end}";

    public string Of(string resource) => $"{root}{resource}{end}";
}
