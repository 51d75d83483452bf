using System.Net;
using System.Net.Http.Headers;
using FlightGraph.StandIn;

namespace FlightGraph.Tests.StandIn;

public sealed class ThrottleTests
{
    private static readonly StandInOptions TwoAnHour = new() { Throttle = 2 };

    [Fact]
    public async Task Call_Above_The_Limit_Is_Told_How_Long_To_Wait()
    {
        await using var server = await SmallServer.StartAsync(TwoAnHour);
        await server.GetAsync("launches/");
        server.Clock.Advance(TimeSpan.FromSeconds(100));
        await server.GetAsync("launches/");

        using var response = await server.Client.GetAsync("launches/");

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(3500), response.Headers.RetryAfter?.Delta);
        Assert.Equal(
            "Request was throttled. Expected available in 3500 seconds.",
            (await SmallServer.ReadAsync(response)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Room_Comes_Back_Call_By_Call()
    {
        await using var server = await SmallServer.StartAsync(TwoAnHour);
        await server.GetAsync("launches/");
        server.Clock.Advance(TimeSpan.FromSeconds(100));
        await server.GetAsync("launches/");

        server.Clock.Advance(TimeSpan.FromSeconds(3500));
        await server.GetAsync("launches/");
        using var response = await server.Client.GetAsync("launches/");

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(100), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task Throttle_Page_Costs_Nothing_And_Counts_Right()
    {
        await using var server = await SmallServer.StartAsync(TwoAnHour);
        await server.GetAsync("launches/");
        await server.GetAsync("api-throttle/");
        await server.GetAsync("launches/");

        var state = await server.GetAsync("api-throttle/");

        Assert.Equal(2, state.GetProperty("your_request_limit").GetInt32());
        Assert.Equal(3600, state.GetProperty("limit_frequency_secs").GetInt32());
        Assert.Equal(2, state.GetProperty("current_use").GetInt32());
        Assert.Equal(3600, state.GetProperty("next_use_secs").GetInt32());
        Assert.Equal("127.0.0.1", state.GetProperty("ident").GetString());
    }

    [Fact]
    public async Task Key_Has_A_Count_Of_Its_Own()
    {
        await using var server = await SmallServer.StartAsync(TwoAnHour);
        await server.GetAsync("launches/");
        await server.GetAsync("launches/");

        server.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Token", "abc");

        Assert.Equal(0, (await server.GetAsync("api-throttle/")).GetProperty("current_use").GetInt32());
        await server.GetAsync("launches/");
    }

    [Theory]
    [InlineData("launches", HttpStatusCode.MovedPermanently)]
    [InlineData("rockets/", HttpStatusCode.NotFound)]
    public async Task What_Reaches_No_Endpoint_Costs_Nothing(string path, HttpStatusCode status)
    {
        await using var server = await SmallServer.StartAsync(TwoAnHour);

        using var response = await server.Client.GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(0, (await server.GetAsync("api-throttle/")).GetProperty("current_use").GetInt32());
    }
}
