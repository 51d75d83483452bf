using System.Collections.Concurrent;
using PuppeteerSharp;

namespace FlightGraph.Tests.Ide;

/// <summary>What somebody sees who opens the endpoint in a browser.</summary>
public sealed class IdeTests
{
    private static readonly WaitForFunctionOptions Patience = new() { Timeout = 30_000 };

    [BananaCakePopFact]
    public async Task First_Query_Runs_In_Banana_Cake_Pop_And_Nothing_Leaves_The_Origin()
    {
        await using var app = await IdeApp.StartAsync();
        await using var browser = await Chromium.LaunchAsync();
        await using var page = await browser.NewPageAsync();
        var requests = new ConcurrentQueue<string>();
        var errors = new ConcurrentQueue<string>();
        page.Request += (_, e) => requests.Enqueue(e.Request.Url);
        page.PageError += (_, e) => errors.Enqueue(e.Message);
        page.Console += (_, e) => NoteError(e.Message, errors);

        await page.GoToAsync(new Uri(app.Address, "/graphql").AbsoluteUri);
        await ClickAsync(page, "Create Document");
        await SeeAsync(page, "query VostokFive");
        await SeeAsync(page, "Schema available");
        await ClickAsync(page, "Run");
        await SeeAsync(page, "Valery Bykovsky");

        Assert.Equal(new Uri(app.Address, "/graphql/").AbsoluteUri, page.Url);
        Assert.DoesNotContain(requests, url => url.StartsWith("http", StringComparison.Ordinal) && new Uri(url).Authority != app.Address.Authority);
        Assert.Empty(errors);
    }

    [BrowserFact]
    public async Task Fallback_Page_Says_What_To_Do_When_The_CDN_Cannot_Be_Reached()
    {
        await using var app = await IdeApp.StartAsync("--Ide:Folder", "no-such-folder");
        await using var browser = await Chromium.LaunchAsync();
        await using var page = await browser.NewPageAsync();

        await page.GoToAsync(new Uri(app.Address, "/graphql").AbsoluteUri);

        await SeeAsync(page, "-p:RestoreIde=true");
        await SeeAsync(page, new Uri(app.Address, "/graphql").AbsoluteUri);
    }

    /// <summary>The worker is missing on purpose, and the browser says so.</summary>
    private static void NoteError(ConsoleMessage message, ConcurrentQueue<string> errors)
    {
        if (message.Type == ConsoleType.Error && message.Location?.URL?.EndsWith("/service-worker.js", StringComparison.Ordinal) != true)
            errors.Enqueue($"{message.Text} ({message.Location?.URL})");
    }

    private static async Task ClickAsync(IPage page, string label)
    {
        var button = await page.WaitForFunctionAsync(
            "label => [...document.querySelectorAll('button')].find(b => !b.disabled && b.innerText.trim().startsWith(label))", Patience, label);
        await ((IElementHandle)button).ClickAsync();
    }

    /// <summary>Editors draw a space as one that does not break.</summary>
    private static async Task SeeAsync(IPage page, string text)
    {
        try
        {
            await page.WaitForFunctionAsync("text => document.body.innerText.replaceAll('\\u00a0', ' ').includes(text)", Patience, text);
        }
        catch (WaitTaskTimeoutException)
        {
            Assert.Fail($"'{text}' did not appear; the page says:\n{await page.EvaluateExpressionAsync<string>("document.body.innerText")}");
        }
    }
}
