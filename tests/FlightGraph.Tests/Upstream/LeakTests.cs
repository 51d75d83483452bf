using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using FlightGraph.Tests.Support;

namespace FlightGraph.Tests.Upstream;

/// <summary>Neither the key nor where the upstream is gets into logs and meters, whatever breaks.</summary>
public sealed class LeakTests
{
    private static readonly string[] Secrets = ["s3cret", "upstream.invalid", "127.0.0.1", "2.3.0", "Authorization", "Token"];

    [Fact]
    public async Task Log_Has_One_Line_A_Call_And_No_Address()
    {
        var log = new AllLogged();
        var network = new ScriptedNetwork(
            ScriptedNetwork.Status(503),
            ScriptedNetwork.Broken(new HttpRequestException(HttpRequestError.ConnectionError, "Nobody at upstream.invalid:80 with s3cret-key")));
        await using var http = new HttpUnderTest(network, "--Upstream:ApiKey=s3cret-key") { Log = log };

        // A retry, an opening breaker and a call held back.
        for (var call = 1; call <= 3; call++)
            await http.Client.GetAsync(http.Contract.Resource("agencies"), $"{call}", FlightGraph.Upstream.Requests.Projection.Nothing, Terms.OfClient, default);

        Assert.Equal(
            [
                "Upstream agencies: Unavailable (ConnectionError) in 0 ms, attempts: 2",
                "Upstream agencies: Unavailable (ConnectionError) in 0 ms, attempts: 1",
                "Upstream agencies: no call, Unavailable (The upstream failed several times and is left alone for a while.)",
            ],
            log.Texts.Where(text => text.StartsWith("Upstream ", StringComparison.Ordinal)).Distinct());
        Assert.DoesNotContain(log.Texts, IsSecret);
    }

    [Fact]
    public async Task Sockets_Log_No_Address_Either()
    {
        var log = new AllLogged();
        await using var http = new HttpUnderTest(null, "--Upstream:BaseAddress=http://127.0.0.1:1/2.3.0/", "--Upstream:ApiKey=s3cret-key") { Log = log };

        await http.GetAsync();

        Assert.DoesNotContain(log.Texts, IsSecret);
    }

    [Fact]
    public async Task Meters_Of_The_Pipeline_Tell_Kinds_Alone()
    {
        var tags = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "Polly")
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, _, measured, _) => Keep(measured));
        listener.SetMeasurementEventCallback<double>((_, _, measured, _) => Keep(measured));
        listener.Start();
        await using var http = new HttpUnderTest(
            new ScriptedNetwork(ScriptedNetwork.Broken(new HttpRequestException("Nobody at upstream.invalid:80"))), "--Upstream:ApiKey=s3cret-key");

        await http.GetAsync();

        Assert.NotEmpty(tags);
        Assert.DoesNotContain(tags, IsSecret);

        void Keep(ReadOnlySpan<KeyValuePair<string, object?>> measured)
        {
            foreach (var (name, value) in measured)
                tags.Enqueue($"{name}={value}");
        }
    }

    private static bool IsSecret(string text) => Secrets.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
}
