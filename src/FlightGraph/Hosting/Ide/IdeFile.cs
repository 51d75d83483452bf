using Microsoft.Net.Http.Headers;

namespace FlightGraph.Hosting.Ide;

/// <summary>A file of the IDE; <see cref="Path"/> is the one below the IDE's address, with forward slashes.</summary>
internal sealed record IdeFile(string Path, string PhysicalPath, string ContentType, EntityTagHeaderValue EntityTag);
