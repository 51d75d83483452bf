using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Upstream.Store;

/// <summary>Reads the body that answers an address, and sees that it is what was asked for.</summary>
internal static class AnswerReader
{
    /// <exception cref="MalformedDocumentException">It is something else.</exception>
    public static ResourceObject Read(ObjectAddress address, byte[] body)
    {
        var value = ResourceReader.ReadObject(address.Resource.Entity, body);
        return string.Equals(value.Id, address.Id, StringComparison.OrdinalIgnoreCase)
            ? value
            : throw new MalformedDocumentException($"The upstream's answer is another {address.Resource.Entity.Name} than the one asked for.");
    }

    /// <summary>A page that contradicts its own count would make walks end early.</summary>
    /// <exception cref="MalformedDocumentException">It does, or is no page.</exception>
    public static ResourcePage Read(PageAddress address, byte[] body)
    {
        var request = address.Request;
        var page = ResourceReader.ReadPage(request.Resource.Entity, body);
        return page.Rows.Count >= Math.Min(request.Limit, page.Count - request.Offset)
            ? page
            : throw new MalformedDocumentException("The upstream's page has fewer rows than it counts.");
    }

    /// <summary>Some documents come as a list of one.</summary>
    /// <exception cref="MalformedDocumentException">It is neither.</exception>
    public static ResourceObject Read(DocumentAddress address, byte[] body) => ResourceReader.ReadOne(address.Document.Entity, body);
}
