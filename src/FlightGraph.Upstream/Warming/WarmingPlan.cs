namespace FlightGraph.Upstream.Warming;

/// <summary>
/// What can be foreseen, the most worthy first. The questions are those that clients' lists ask, in full pages, so that a page
/// answers them as it is; what it holds answers for the objects. With 15 calls an hour, of which idle clients leave 7, all of it
/// takes some 60 of the day's 168.
/// </summary>
internal static class WarmingPlan
{
    /// <summary>Events move less often than launches, and fewer people wait for them.</summary>
    private const int EventsPerLaunches = 3;

    /// <param name="editsPeriod">How often edits of launches are asked for.</param>
    public static IReadOnlyList<WarmingRow> Rows(TimeSpan editsPeriod) =>
    [
        new("edited launches", WarmingKind.Edits, editsPeriod, "One call renews every launch that was edited and confirms all others.") { Paths = ["launches"], Mode = "normal" },
        new("edited events", WarmingKind.Edits, editsPeriod * EventsPerLaunches, "The same for events.") { Paths = ["events"], Mode = "normal" },

        new("upcoming launches", WarmingKind.Pages, Hours(3), "What nearly everybody asks for; 100 rows bring their pads, agencies and rockets too.")
            { Paths = ["launches/upcoming"], Mode = "normal", Ordering = "net,id" },
        new("upcoming events", WarmingKind.Pages, Hours(3), "The other half of any calendar.") { Paths = ["events/upcoming"], Mode = "normal", Ordering = "date" },

        new("locations", WarmingKind.Pages, Days(3), "One call brings all places and all pads.") { Paths = ["locations"] },
        new("programs", WarmingKind.Pages, Days(1), "One call; the depth is the fullest there is.") { Paths = ["programs"] },
        new("space stations", WarmingKind.Pages, Hours(6), "One call brings them with their ports and what is docked.") { Paths = ["space_stations"], Ordering = "id" },
        new("celestial bodies", WarmingKind.Pages, Days(3), "One call of four rows.") { Paths = ["celestial_bodies"], Ordering = "id" },
        new("spacecraft types", WarmingKind.Pages, Days(1), "One call, with texts, sizes and counts.") { Paths = ["spacecraft_configurations"], Ordering = "name" },
        new("agencies", WarmingKind.Pages, Days(1), "Four calls; in full depth they would be megabytes, most of it rockets that stand elsewhere.")
            { Paths = ["agencies"], Mode = "normal", Ordering = "id" },

        new("vocabularies", WarmingKind.Pages, Days(7), "Words for kinds and states; menus of clients need them whole.") { IsVocabularies = true },

        new("popular", WarmingKind.Popular, Hours(1), "What clients ask for most is asked for again before it is stale."),
    ];

    private static TimeSpan Hours(int hours) => TimeSpan.FromHours(hours);

    private static TimeSpan Days(int days) => TimeSpan.FromDays(days);
}
