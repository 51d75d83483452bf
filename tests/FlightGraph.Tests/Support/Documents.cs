namespace FlightGraph.Tests.Support;

/// <summary>Small upstream documents for tests that script the upstream.</summary>
internal static class Documents
{
    /// <summary>A flight in full, with a spacecraft and a launch of few fields.</summary>
    public const string Flight = """
        {
          "id": 7, "response_mode": "detailed", "destination": "Low Earth Orbit", "mission_end": "1963-06-19T11:06:00Z", "duration": "P4DT23H7M2S",
          "turn_around_time": null, "docking_events": [], "onboard_crew": [], "landing": null,
          "spacecraft": { "id": 31, "name": "Test Craft", "serial_number": "", "in_space": false },
          "launch": { "id": "0d0acc45-bcf8-4d06-8093-be999f9233ba", "name": "Test Launch", "probability": -1 },
          "launch_crew": [{ "id": 5, "role": { "id": 2, "role": "Pilot", "priority": 2 }, "astronaut": { "id": 84, "name": "Valery Bykovsky" } }],
          "landing_crew": []
        }
        """;

    public static string Page(params string[] rows) => Page(rows.Length, rows);

    public static string Page(int count, params string[] rows) =>
        $$"""{"count":{{count}},"next":null,"previous":null,"results":[{{string.Join(',', rows)}}]}""";
}
