namespace FlightGraph.StandIn.Data;

/// <summary>A file of records. The path is relative to the folder of fixtures, with forward slashes.</summary>
internal sealed record FixtureSource(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>The collection that the file's name stands for, whichever author's folder it lies in.</summary>
    public string Collection
    {
        get
        {
            var parts = System.IO.Path.ChangeExtension(Path, null).Split('/');
            return parts.Length > 1 && parts[^2] == "config" ? $"config/{parts[^1]}" : parts[^1];
        }
    }

    /// <summary>The files that are built into this assembly.</summary>
    public static IReadOnlyList<FixtureSource> Embedded()
    {
        const string folder = "Fixtures/";
        var assembly = typeof(FixtureSource).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Select(name => (Resource: name, Path: name.Replace('\\', '/')))
            .Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => new FixtureSource(file.Path[folder.Length..], Read(file.Resource)))];

        byte[] Read(string resource)
        {
            using var stream = assembly.GetManifestResourceStream(resource)
                ?? throw new InvalidOperationException($"The resource '{resource}' is listed but absent.");
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return content;
        }
    }
}
