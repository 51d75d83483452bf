using System.Diagnostics.CodeAnalysis;
using Xunit.Abstractions;

namespace FlightGraph.Tests.Support;

/// <summary>
/// The upstream facts that lie beside the checkout of those who work on it, and are not ours to commit. Tests that need them
/// say so and pass where they are missing.
/// </summary>
internal static class SharedFacts
{
    public static bool TryFind(string relativePath, ITestOutputHelper output, [NotNullWhen(true)] out string? path)
    {
        path = Repository.Ancestors.Select(folder => Path.Combine(folder, "shared", "ll2", relativePath)).FirstOrDefault(Path.Exists);
        if (path is null)
            output.WriteLine($"Nothing tested: there is no shared/ll2/{relativePath} beside this checkout.");
        return path is not null;
    }
}
