using System.Diagnostics;
using System.Text.Json;
using FlightGraph.Hosting;
using FlightGraph.Tests.Support;
using Microsoft.Extensions.Options;

namespace FlightGraph.Tests.Hosting;

public sealed class StartTests
{
    /// <summary>What README promises for its first command: an answer out of the box, and a line to copy that gets it.</summary>
    [Fact]
    public async Task Gateway_Answers_Out_Of_The_Box()
    {
        await using var gateway = await Gateway.StartAsync();

        var answer = await gateway.QueryAsync("{ spacecraftFlight(id: 358) { duration spacecraft { name } launchCrew { astronaut { name } } } }");

        Assert.Equal(
            """{"data":{"spacecraftFlight":{"duration":"P4DT23H7M2S","spacecraft":{"name":"Vostok-3KA No.7"},"launchCrew":[{"astronaut":{"name":"Valery Bykovsky"}}]}}}""",
            answer.Body.GetRawText());
    }

    [Fact]
    public async Task Start_Message_Names_Endpoint_Upstream_And_A_Request_That_Works()
    {
        await using var app = await GatewayApp.BuildAsync(["--urls", "http://127.0.0.1:0"]);
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
    [InlineData("--Upstream:BaseAddress=launch library", "Upstream:BaseAddress")]
    [InlineData("--Upstream:BaseAddress=ftp://example.org/", "Upstream:BaseAddress")]
    [InlineData("--Upstream:BaseAddress=https://user:s3cret@example.org/", "no user")]
    [InlineData("--Upstream:BaseAddress=https://example.org/?key=s3cret", "no user, query")]
    [InlineData("--Upstream:Timeout=00:00:00", "Timeout")]
    [InlineData("--Upstream:MaxConcurrentCalls=0", "MaxConcurrentCalls")]
    [InlineData("--Upstream:ApiKey=s3cret with blanks", "Upstream:ApiKey")]
    [InlineData("--Limits:MaxFields=1", "MaxFields")]
    public async Task Wrong_Setting_Stops_The_Start_And_Is_Named(string setting, string named)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => Gateway.StartAsync("http://127.0.0.1:1/", setting));

        Assert.Contains(named, error.Message);
        Assert.DoesNotContain("s3cret", error.Message);
    }
}
