namespace FlightGraph.Schema.Edges;

/// <summary>
/// A connection that leads from an object to rows of a resource which name it: an agency's launches are the launches filtered
/// by that agency.
/// </summary>
/// <param name="Owner">The type that has the field.</param>
/// <param name="Name">The field.</param>
/// <param name="Path">The resource that is listed.</param>
/// <param name="Parameter">The filter that names the owner.</param>
/// <param name="Description">What the rows are. What they cost is added by itself.</param>
/// <param name="By">The owner's field that the filter takes.</param>
/// <param name="OwnerPath">
/// From a row to its owner's id, in the upstream's names, where the contract does not tell because the filter takes one owner only.
/// </param>
internal sealed record EdgeDefinition(string Owner, string Name, string Path, string Parameter, string Description, string By = "id", string? OwnerPath = null);
