namespace FlightGraph.Upstream.Documents;

/// <summary>The upstream answered with something that is not the document asked for. Its message is safe to show.</summary>
public sealed class MalformedDocumentException(string message, Exception? inner = null) : Exception(message, inner);
