using System.Text.Json;
using FlightGraph.Upstream.Contract;

namespace FlightGraph.Benchmarks.Store;

/// <summary>What a gateway would have asked in some busy days: all lists in every depth, and much one by one.</summary>
internal static class Answers
{
    private static readonly string[] InDetail = ["launches", "spacecraft_flights", "agencies", "pads", "astronauts"];

    /// <param name="upstream">Where to ask.</param>
    /// <param name="contract">What there is.</param>
    /// <param name="isSmall">Whether the thinnest lists and two rows of each resource are enough.</param>
    public static async Task<IReadOnlyList<Answer>> ReadAsync(Uri upstream, UpstreamContract contract, bool isSmall)
    {
        using var http = new HttpClient { BaseAddress = upstream };
        List<Answer> answers = [];
        foreach (var resource in contract.Resources.Values.OrderBy(resource => resource.Path, StringComparer.Ordinal))
        {
            foreach (var mode in resource.Modes.Take(isSmall ? 1 : int.MaxValue))
            {
                var more = true;
                for (var offset = 0; more; offset += 100)
                {
                    var key = FormattableString.Invariant($"{resource.Path}/?limit=100&offset={offset}{(mode.Name is null ? "" : $"&mode={mode.Name}")}");
                    var body = await http.GetByteArrayAsync(key);
                    answers.Add(new Answer(key, IsPage: true, body));
                    using var page = JsonDocument.Parse(body);
                    more = page.RootElement.GetProperty("next").ValueKind != JsonValueKind.Null;
                }
            }
        }

        foreach (var path in InDetail)
        {
            using var page = JsonDocument.Parse(answers.First(answer => answer.Key.StartsWith(path + "/", StringComparison.Ordinal)).Body);
            foreach (var row in page.RootElement.GetProperty("results").EnumerateArray().Take(isSmall ? 2 : 100))
            {
                var key = $"{path}/{row.GetProperty("id")}/";
                answers.Add(new Answer(key, IsPage: false, await http.GetByteArrayAsync(key)));
            }
        }

        return answers;
    }
}
