using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using FlightGraph.Hosting;
using FlightGraph.Tests.Support;
using Microsoft.Extensions.Options;

namespace FlightGraph.Tests.Hosting;

public sealed partial class StartTests
{
    /// <summary>What README promises for its first command: an answer out of the box, and a line to copy that gets it.</summary>
    [Fact]
    public async Task Gateway_Answers_Out_Of_The_Box()
    {
        await using var gateway = await Gateway.StartAsync();

        var answer = await gateway.QueryAsync("{ spacecraftFlight(id: 358) { duration spacecraft { name } launchCrew { astronaut { name } } } }");

        Assert.Equal(
            """{"spacecraftFlight":{"duration":"P4DT23H7M2S","spacecraft":{"name":"Vostok-3KA No.7"},"launchCrew":[{"astronaut":{"name":"Valery Bykovsky"}}]}}""",
            answer.Data.GetRawText());
        Assert.Empty(answer.Errors);
    }

    [Fact]
    public async Task List_That_Readme_Shows_Has_Rows()
    {
        var list = ListInReadme().Match(Repository.Read("README.md")).Groups[1].Value;
        await using var gateway = await Gateway.StartAsync();

        var answer = await gateway.QueryAsync($"{{ {list} {{ nodes {{ name }} }} }}");

        Assert.NotEmpty(answer.At("launches.nodes").EnumerateArray());
    }

    [Fact]
    public async Task Start_Message_Names_Endpoint_Upstream_And_A_Request_That_Works()
    {
        await using var app = await GatewayApp.BuildAsync(["--urls", "http://127.0.0.1:0", "--Cache:Path="]);
        await app.StartAsync();

        var message = StartupMessage.Of(app);
        var command = message.Split('\n').Single(line => line.Contains("curl"));

        Assert.Contains($"{app.Urls.First()}/graphql", message);
        Assert.Contains("/2.3.0/ (the embedded stand-in)", message);
        using var curl = Process.Start(new ProcessStartInfo("bash", ["-c", command.Trim()]) { RedirectStandardOutput = true })!;
        var body = JsonDocument.Parse(await curl.StandardOutput.ReadToEndAsync()).RootElement;
        Assert.Equal("Vostok-3KA No.7", body.GetProperty("data").GetProperty("spacecraftFlight").GetProperty("spacecraft").GetProperty("name").GetString());
        await app.StopAsync();
    }

    [Theory]
    [InlineData("--Upstream:BaseAddress=launch library", "Upstream:BaseAddress must be 'embedded' or an absolute http or https address")]
    [InlineData("--Upstream:BaseAddress=", "Upstream:BaseAddress must be")]
    [InlineData("--Upstream:BaseAddress=ftp://example.org/", "Upstream:BaseAddress must be")]
    [InlineData("--Upstream:BaseAddress=https://user:s3cret@example.org/", "no user")]
    [InlineData("--Upstream:BaseAddress=https://example.org/?key=s3cret", "no user, query")]
    [InlineData("--Upstream:Timeout=00:00:00", "Upstream:Timeout must be from 00:00:00.1000000 to 00:05:00, not 00:00:00.")]
    [InlineData("--Upstream:AttemptTimeout=00:00:31", "Upstream:AttemptTimeout must not be longer than Upstream:Timeout, but 00:00:31 is longer than 00:00:30.")]
    [InlineData("--Upstream:SoftTimeout=00:02:00", "Upstream:SoftTimeout must be from 00:00:00.0500000 to 00:01:00, not 00:02:00.")]
    [InlineData("--Upstream:RetryDelay=00:00:06", "Upstream:RetryDelay must be from 00:00:00 to 00:00:05, not 00:00:06.")]
    [InlineData("--Upstream:MaxConcurrentCalls=0", "Upstream:MaxConcurrentCalls must be from 1 to 64, not 0.")]
    [InlineData("--Upstream:ApiKey=s3cret with blanks", "Upstream:ApiKey")]
    [InlineData("--Upstream:ApiKez=s3cret", "There is no setting Upstream:ApiKez; the section Upstream has BaseAddress, ApiKey,")]
    [InlineData("--Cache:MaxMemory=-1", "Cache:MaxMemory must be from 0 to")]
    [InlineData("--Cache:memory=1", "There is no setting Cache:memory;")]
    [InlineData("--Freshness:Lives:LaunchSoon=00:01:00", "There is no setting Freshness:Lives:LaunchSoon; the lives are LaunchImminent,")]
    [InlineData("--Freshness:Lives:LaunchPast=00:00:00", "Freshness:Lives:LaunchPast must be from 00:00:01 to 365.00:00:00, not 00:00:00.")]
    [InlineData("--Budget:Limit=0", "Budget:Limit must be from 1 to 1000000, not 0.")]
    [InlineData("--Limits:MaxFields=1", "Limits:MaxFields must be from 10 to 100000, not 1.")]
    [InlineData("--Limits:Max:Fields=10", "There is no setting Limits:Max;")]
    [InlineData("--Ide:On=true", "There is no setting Ide:On; the section Ide has Enabled, Folder.")]
    public async Task Wrong_Setting_Stops_The_Start_And_Is_Named(string setting, string named)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => Gateway.StartAsync("http://127.0.0.1:1/", setting));

        Assert.Contains(named, error.Message);
        Assert.DoesNotContain("s3cret", error.Message);
    }

    [Fact]
    public async Task Sections_Of_Others_Are_Their_Own_Business()
    {
        await using var gateway = await Gateway.StartAsync("http://127.0.0.1:1/", "--Kestrel:Limits:MaxConcurrentConnections=100", "--Upstreams:Anything=1", "--ide:ENABLED=false");

        Assert.Equal("Query", (await gateway.QueryAsync("{ __typename }")).At("__typename").GetString());
    }

    [Theory]
    [InlineData("--Upstream:AttemptTimeout=00:00:31", "Upstream:AttemptTimeout must not be longer than Upstream:Timeout, but 00:00:31 is longer than 00:00:30.")]
    [InlineData("--Upstream:SoftTimeout=00:02:00", "Upstream:SoftTimeout must be from 00:00:00.0500000 to 00:01:00, not 00:02:00.")]
    [InlineData("--Upstream:RetryDelay=00:00:06", "Upstream:RetryDelay must be from 00:00:00 to 00:00:05, not 00:00:06.")]
    [InlineData("--Upstream:MaxConcurrentCalls=0", "Upstream:MaxConcurrentCalls must be from 1 to 64, not 0.")]
    [InlineData("--Ide:Enabled=maybe", "Failed to convert configuration value 'maybe' at 'Ide:Enabled' to type 'System.Boolean'.")]
    [InlineData("--Logging:LogLevel:Default=loud", "Configuration value 'loud' is not supported.")]
    [InlineData("--urls=foo", "Invalid url: 'foo'")]
    [InlineData("--urls=http://127.0.0.1:99999", "A port in 'urls' is a number from 0 to 65535.")]
    [InlineData("--urls=http://192.0.2.1:5080", "Nothing can listen at an address in 'urls': Cannot assign requested address.")]
    public async Task Program_That_Cannot_Start_Says_Why_In_One_Line(string setting, string why) =>
        Assert.Equal((1, "", $"FlightGraph cannot start: {why}\n"), await RunAsync(setting));

    [Fact]
    public async Task Port_That_Is_Taken_Is_Named()
    {
        await using var other = await ScriptedUpstream.StartAsync();
        var address = other.BaseAddress[..other.BaseAddress.IndexOf("/2.3.0", StringComparison.Ordinal)];

        Assert.Equal((1, "", $"FlightGraph cannot start: Failed to bind to address {address}: address already in use.\n"), await RunAsync($"--urls={address}"));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--urls=foo", "-h")]
    public async Task Help_Is_Told_And_Nothing_Started(params string[] arguments)
    {
        var (exitCode, output, errors) = await RunAsync(arguments);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(CommandLine.Help.ReplaceLineEndings("\n") + "\n", output);
        Assert.Contains("print-schema", output);
    }

    [GeneratedRegex(@"`(launches\(window.*\))`")]
    private static partial Regex ListInReadme();

    /// <summary>The program as it was built, in a process of its own.</summary>
    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        string[] command = [Path.Combine(AppContext.BaseDirectory, "FlightGraph.dll"), .. arguments];
        using var process = Process.Start(new ProcessStartInfo("dotnet", command)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Nothing of a test stays in the user's own folder.
            Environment = { ["Cache__Path"] = "" },
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, texts[0].ReplaceLineEndings("\n"), texts[1].ReplaceLineEndings("\n"));
        }
        finally
        {
            // Only one that started against expectation still runs.
            process.Kill();
        }
    }
}
