using System.Globalization;

namespace FlightGraph.Tests.Warming;

/// <summary>Upstream documents of launches, which tell when they were edited.</summary>
internal static class Launches
{
    /// <summary>Far enough away that a copy stays fresh for an hour.</summary>
    public const string InThreeWeeks = "2026-08-14T12:00:00Z";

    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-0000-0000-{number:000000000000}");

    public static string Address(int number) => $"launches/{Id(number)}/";

    /// <summary>A row as lists have it.</summary>
    public static string Row(int number, string edited, string name = "as it was", string net = InThreeWeeks) => $$"""
        {"id": "{{Id(number)}}", "name": "{{name}}", "status": {"id": 1, "name": "Go"}, "last_updated": "{{edited}}", "net": "{{net}}"}
        """;

    /// <summary>The same in full: with a field that rows lack.</summary>
    public static string Full(int number, string edited, string name = "as it was", string net = InThreeWeeks) =>
        $$"""{"flightclub_url": "https://example.org/{{number}}", {{Row(number, edited, name, net).Trim()[1..]}}""";
}
