namespace FlightGraph.Schema.Events;

internal static class EventQueries
{
    public static ResourceDefinition Events { get; } = new(
        "events", "event", "events", "Dockings, landings, spacewalks and whatever else happens in spaceflight beside launches")
    {
        { "id", "Event", "id", "Only these events." },
        { "slug", "slug", "Only the event with this name for web addresses, such as `progress-ms-29-docking`." },
        { "type", "EventType", "type", "type__ids", "Only events of this kind, such as dockings." },
        { "date", "date", "When the event happens or began, in UTC." },
        { "year", "year", "Only events in one of these calendar years, such as `2024`." },
        { "month", "month", "Only events in one of these months of any year, 1 for January to 12." },
        { "day", "day", "Only events on one of these days of any month, 1 to 31." },
        { "hideRecentPrevious", "hide_recent_previous", "True leaves out the past 24 hours, kept otherwise; for `window: UPCOMING` alone." },
        { "agency", "Agency", "agency__ids", "Only events that one of these agencies is involved in." },
        { "program", "Program", "program", "Only events that are part of one of these programs." },
        { "videoUrl", "video_url", "Only events with a video at one of these addresses, each written as in `vidUrls`." },
        { "lastUpdated", "last_updated", "When LL2 last changed the event's entry, in UTC." },
    };
}
