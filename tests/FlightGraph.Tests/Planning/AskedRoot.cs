namespace FlightGraph.Tests.Planning;

/// <summary>What a field at the top of an operation asks for: objects by id, rows, or a document that there is one of.</summary>
internal sealed record AskedRoot
{
    public IReadOnlyList<(string Entity, string Id)> Objects { get; private init; } = [];

    public ListQuestion? Rows { get; private init; }

    public UpstreamResource? Document { get; private init; }

    /// <summary>How the answer is shaped.</summary>
    public RootShape Shape { get; private init; }

    public static AskedRoot Of(AskedField field)
    {
        var arguments = field.Arguments;
        if (field.Name == "nodes")
            return new AskedRoot { Objects = [.. ((IEnumerable<object?>)arguments["ids"]!).Select(id => Node(id!.ToString()!))], Shape = RootShape.List };
        if (field.Name == "node")
            return new AskedRoot { Objects = [Node(arguments["id"]!.ToString()!)], Shape = RootShape.Single };
        var entity = UpstreamFacts.EntityOf(char.ToUpperInvariant(field.Name[0]) + field.Name[1..]);
        if (arguments.TryGetValue("id", out var one))
            return new AskedRoot { Objects = [(entity, one!.ToString()!.Split(':')[^1])], Shape = RootShape.Single };
        if (arguments.GetValueOrDefault("by") is Dictionary<string, object?> by)
        {
            var conditions = string.Join('&', by.Select(pair => $"{pair.Key}={pair.Value}"));
            return new AskedRoot { Rows = new ListQuestion(UpstreamFacts.ResourceOf(entity)!, conditions, 1), Shape = RootShape.Single };
        }

        if (field.Name == "starshipDashboard")
            return new AskedRoot { Document = UpstreamFacts.Resources["dashboard/starship"], Shape = RootShape.Single };

        var name = field.Name == "spacecrafts" ? "spacecraft" : field.Name;
        var resource = UpstreamFacts.Resources.Values.First(known => !known.IsWindow && known.IsList
            && string.Equals(UpstreamFacts.Camel(known.Path.Split('/')[^1]), name, StringComparison.OrdinalIgnoreCase));
        return resource.Path.StartsWith("config/", StringComparison.Ordinal)
            ? new AskedRoot { Rows = ListQuestion.Whole(resource), Shape = RootShape.List }
            : new AskedRoot { Rows = ListQuestion.Of(resource.Path, field), Shape = RootShape.Connection };
    }

    private static (string Entity, string Id) Node(string id) => (UpstreamFacts.EntityOf(id.Split(':')[0]), id.Split(':')[1]);
}
