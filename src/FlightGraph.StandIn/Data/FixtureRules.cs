using System.Text.RegularExpressions;

namespace FlightGraph.StandIn.Data;

/// <summary>What must hold between the fields of a record, beyond their types.</summary>
internal static partial class FixtureRules
{
    public static IEnumerable<FixtureError> Check(IEnumerable<Record> records) =>
        records.SelectMany(record => Broken(record).Select(message => new FixtureError(record.File, record.Line, message)));

    private static IEnumerable<string> Broken(Record record) => record.Entity.Name switch
    {
        "CelestialBody" => Day(record),
        "DockingEvent" =>
        [
            .. ExactlyOne(record, "flight_vehicle_chaser", "payload_flight_chaser", "space_station_chaser"),
            .. ExactlyOne(record, "flight_vehicle_target", "payload_flight_target", "space_station_target"),
        ],
        "DockingLocation" => ExactlyOne(record, "spacestation", "spacecraft", "payload"),
        "Rocket" => Payloads(record),
        _ => [],
    };

    private static IEnumerable<string> ExactlyOne(Record record, params string[] fields)
    {
        var set = fields.Count(field => record[field] is not null);
        if (set != 1)
            yield return $"{record.Entity.Name} {record.Id} has {set} of {string.Join(", ", fields)}; it takes exactly one.";
    }

    private static IEnumerable<string> Payloads(Record rocket) => rocket.Many("payloads")
        .Where(flight => flight.One("launch") is { } launch && launch != rocket.Owner)
        .Select(flight =>
            $"Payload flight {flight.Id} is on this rocket, but names the launch '{flight.One("launch")?.Text("slug")}'.");

    private static IEnumerable<string> Day(Record body)
    {
        if (body["length_of_day"] is string day && !DjangoDuration().IsMatch(day))
            yield return $"'length_of_day' takes Django's form, such as \"1 00:00:00\", not \"{day}\".";
    }

    [GeneratedRegex(@"^(-?\d+ )?\d{2}:\d{2}:\d{2}$")]
    private static partial Regex DjangoDuration();
}
