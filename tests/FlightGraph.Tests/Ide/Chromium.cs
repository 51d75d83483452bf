using PuppeteerSharp;

namespace FlightGraph.Tests.Ide;

internal static class Chromium
{
    public const string HowToInstall = "No Chromium found: install it (on Debian: apt-get install chromium), or name the program in the variable CHROMIUM.";

    private static readonly string[] UsualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static string? Find() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : UsualPlaces.FirstOrDefault(File.Exists);

    /// <summary>A browser with a new, empty profile that never speaks on its own account.</summary>
    public static async Task<IBrowser> LaunchAsync() => await Puppeteer.LaunchAsync(new LaunchOptions
    {
        ExecutablePath = Find() ?? throw new InvalidOperationException(HowToInstall),
        DefaultViewport = new ViewPortOptions { Width = 1600, Height = 1000 },
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync",
            // No name resolves, so nothing leaves this machine whatever a page tries. Quoted, for the arguments become one line.
            "\"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1\"",
        ],
    });
}
