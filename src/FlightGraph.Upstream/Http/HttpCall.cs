using Polly;

namespace FlightGraph.Upstream.Http;

/// <summary>What the handlers and strategies of one call know of it. Travels with the request, so that they need no state of their own.</summary>
/// <param name="ChargeRetry">Pays for one more attempt; false when there is nothing to pay with.</param>
/// <param name="Started">When the first attempt was about to begin, as a timestamp of the clock.</param>
/// <param name="Asker">The wish of whoever asked, apart from the time limits.</param>
internal sealed record HttpCall(Func<CancellationToken, ValueTask<bool>> ChargeRetry, long Started, CancellationToken Asker)
{
    private static readonly HttpRequestOptionsKey<HttpCall> Key = new("FlightGraph.Call");

    /// <summary>Attempts of one call come one after the other.</summary>
    public int Attempts { get; set; }

    public static HttpCall Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var call) ? call : throw new InvalidOperationException($"Calls to the upstream go through {nameof(UpstreamHttp)}.");

    public static HttpCall Of(ResilienceContext context) => Of(context.GetRequestMessage()!);

    public void TravelWith(HttpRequestMessage request) => request.Options.Set(Key, this);
}
