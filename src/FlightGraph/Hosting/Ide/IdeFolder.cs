using System.Collections.Frozen;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace FlightGraph.Hosting.Ide;

/// <summary>The files that the build restored, listed once at start: a path that is not on the list leads nowhere, least of all outside.</summary>
internal sealed class IdeFolder
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();
    private readonly FrozenDictionary<string, IdeFile> files;

    private IdeFolder(IEnumerable<IdeFile> files) => this.files = files.ToFrozenDictionary(file => file.Path, StringComparer.Ordinal);

    public static IdeFolder Read(string folder)
    {
        var root = new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, folder));
        return new(root.Exists ? root.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => Describe(root, file)) : []);
    }

    public IdeFile? Find(string path) => files.GetValueOrDefault(path);

    private static IdeFile Describe(DirectoryInfo root, FileInfo file)
    {
        var path = Path.GetRelativePath(root.FullName, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
        return new(path, file.FullName, ContentTypeOf(file), new EntityTagHeaderValue($"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\""));
    }

    private static string ContentTypeOf(FileInfo file)
    {
        // The licence, which is shown like any other text.
        if (file.Extension.Length == 0)
            return "text/plain; charset=utf-8";
        if (!ContentTypes.TryGetContentType(file.Name, out var contentType))
            return "application/octet-stream";
        return contentType.StartsWith("text/", StringComparison.Ordinal) ? $"{contentType}; charset=utf-8" : contentType;
    }
}
