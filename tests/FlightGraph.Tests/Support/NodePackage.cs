using System.Diagnostics;

namespace FlightGraph.Tests.Support;

/// <summary>
/// A copy of one of our npm packages below a temporary folder, so that no <c>node_modules</c> comes to lie among the sources.
/// What it depends on is installed when the first program is run in it, once.
/// </summary>
internal sealed class NodePackage : IDisposable
{
    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("flightgraph-node-");
    private readonly Lazy<Task> installation;

    /// <param name="source">The package's folder in the repository.</param>
    public NodePackage(string source)
    {
        installation = new(InstallAsync);
        Copy(new DirectoryInfo(Path.Combine(Repository.Root, source)), temporary);
    }

    public string Folder => temporary.FullName;

    public async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        await installation.Value;
        return await RunAsync(Folder, program, arguments);
    }

    /// <summary>Runs any program; its output has what it wrote to standard output, and then what it wrote as errors.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // A repository that a test makes is a plain one, whoever runs the test, and not the one whose hook may run us.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, string.Concat(texts));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} has not ended within three minutes.");
        }
    }

    public void Dispose() => temporary.Delete(recursive: true);

    private async Task InstallAsync()
    {
        var (exitCode, output) = await RunAsync(Folder, "npm", "ci", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", "--no-update-notifier", "--loglevel=error");
        Assert.True(exitCode == 0, $"npm ci failed: {output}");
    }

    /// <summary>All but what a developer has installed there.</summary>
    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.GetFiles())
            file.CopyTo(Path.Combine(to.FullName, file.Name));
        foreach (var folder in from.GetDirectories().Where(folder => folder.Name != "node_modules"))
            Copy(folder, to.CreateSubdirectory(folder.Name));
    }
}
