using System.Net.Http.Json;
using System.Text.Json;
using FlightGraph.StandIn;

namespace FlightGraph.Benchmarks.Day;

/// <summary>All that visitors of the site may ask for, made from what the data hold.</summary>
/// <param name="Kinds">The pages.</param>
/// <param name="Tail">Each thing once that a query may be the first to ask for, in the order in which that happens.</param>
internal sealed record Catalogue(IReadOnlyList<PageKind> Kinds, IReadOnlyList<Question> Tail)
{
    private const int ShortestWord = 4;

    /// <summary>Reads names and ids from a stand-in of its own: what is read here costs the gateway nothing and teaches it nothing.</summary>
    public static async Task<Catalogue> ReadAsync(DayPlan plan)
    {
        await using var standIn = await StandInServer.StartAsync(new StandInOptions { Now = plan.Start });
        using var http = new HttpClient { BaseAddress = standIn.BaseAddress };
        var random = new Random(plan.Seed);

        var launches = (await RowsAsync(http, "launches/")).OrderBy(row => (row.GetProperty("net").GetDateTimeOffset() - plan.Launch).Duration()).ToList();
        var astronauts = await RowsAsync(http, "astronauts/");
        var years = Shuffled(random, launches.Select(row => row.GetProperty("net").GetDateTimeOffset().Year).Distinct());
        PageKind launchPages = new(18, 2.5, ById("launch", Pages.Launch, launches));
        PageKind[] tail =
        [
            launchPages,
            new(5, 1, ById("agency", Pages.Agency, Shuffled(random, await RowsAsync(http, "agencies/")))),
            new(6, 1, ById("astronaut", Pages.Astronaut, Shuffled(random, astronauts))),
            new(3, 1, ById("station", Pages.Station, (await RowsAsync(http, "space_stations/")).OrderBy(row => row.GetProperty("id").GetInt32()))),
            new(2.5, 1, ById("flight", Pages.Flight, Shuffled(random, await RowsAsync(http, "spacecraft_flights/")))),
            new(1.5, 1, ById("pad", Pages.Pad, Shuffled(random, await RowsAsync(http, "pads/")))),
            new(2.5, 1, ById("rocket", Pages.Rocket, Shuffled(random, await RowsAsync(http, "launcher_configurations/")))),
            new(2, 1, ById("event", Pages.Event, (await RowsAsync(http, "events/")).OrderBy(row => (row.GetProperty("date").GetDateTimeOffset() - plan.Launch).Duration()))),
            new(1.5, 1, ById("program", Pages.Program, Shuffled(random, await RowsAsync(http, "programs/")))),
            new(0.8, 1, ById("expedition", Pages.Expedition, Shuffled(random, await RowsAsync(http, "expeditions/")))),
            new(0.5, 1, ById("spacewalk", Pages.Spacewalk, Shuffled(random, await RowsAsync(http, "spacewalks/")))),
            new(0.7, 1, ById("spacecraft", Pages.Spacecraft, Shuffled(random, await RowsAsync(http, "spacecraft/")))),
            new(0.3, 1, ById("landing", Pages.Landing, Shuffled(random, await RowsAsync(http, "landings/")))),
            new(0.2, 1, ById("docking", Pages.Docking, Shuffled(random, await RowsAsync(http, "docking_events/")))),
            new(0.3, 1, ById("payload", Pages.Payload, Shuffled(random, await RowsAsync(http, "payloads/")))),
            new(1, 1, [.. years.Select(year => new Question("year", Pages.LaunchesOfYear, new { year }))]),
            new(2, 1, Searches("search launches", Pages.SearchLaunches, random, launches)),
            new(1, 1, Searches("search astronauts", Pages.SearchAstronauts, random, astronauts)),
        ];
        return new Catalogue(
            [
                new(22, 1.5, [new("front", Pages.Front, null)]),
                new(14, 3, [new("next", Pages.Next, null)]),
                new(6, 6, [.. launchPages.Questions.Take(3).Select(launch => launch with { Kind = "countdown", Text = Pages.Countdown })]),
                // Eight pages of twenty launches.
                new(4, 1, [.. Enumerable.Range(0, 8).Select(step => new Question("past launches", Pages.Past, null) { Step = step })]),
                new(2, 1, [new("in space", Pages.InSpace, null)]),
                new(2, 1, [new("pads", Pages.Pads, null), new("locations", Pages.Locations, null), new("rockets", Pages.Rockets, null)]),
                new(1.5, 1, [.. Pages.Words.Select(text => new Question("words", text, null))]),
                .. tail,
            ],
            Shuffled(random, tail.SelectMany(kind => kind.Questions)));
    }

    private static List<Question> ById(string kind, string text, IEnumerable<JsonElement> rows) =>
        [.. rows.Select(row => new Question(kind, text, new { id = row.GetProperty("id").ToString() }))];

    /// <summary>People search for a word of a name.</summary>
    private static List<Question> Searches(string kind, string text, Random random, IEnumerable<JsonElement> rows)
    {
        var words = rows.SelectMany(row => row.GetProperty("name").GetString()!.Split([' ', '|', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.Length >= ShortestWord)
            .Select(word => word.ToLowerInvariant())
            .Distinct(StringComparer.Ordinal);
        return [.. Shuffled(random, words).Select(words => new Question(kind, text, new { words }))];
    }

    private static async Task<List<JsonElement>> RowsAsync(HttpClient http, string address)
    {
        List<JsonElement> rows = [];
        while (true)
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"{address}?limit=100&offset={rows.Count}");
            rows.AddRange(page.GetProperty("results").EnumerateArray());
            if (rows.Count >= page.GetProperty("count").GetInt32())
                return rows;
        }
    }

    private static T[] Shuffled<T>(Random random, IEnumerable<T> items)
    {
        T[] mixed = [.. items];
        random.Shuffle(mixed);
        return mixed;
    }
}
