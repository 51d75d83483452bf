using System.Net;

namespace FlightGraph.Tests.StandIn;

public sealed class QueryTests
{
    private const string NoChoice = "Select a valid choice. That choice is not one of the available choices.";

    [Theory]
    [InlineData("launches/?ordering=-net", "flavia-3 flavia-2 flavia-1 hop")]
    [InlineData("launches/?ordering=name", "flavia-1 flavia-2 flavia-3 hop")]
    [InlineData("launches/?ordering=slug", "hop flavia-1 flavia-2 flavia-3")]
    [InlineData("launches/?ordering=slug,-last_updated", "flavia-3 flavia-2 flavia-1 hop")]
    public async Task Ordering_Takes_Only_What_Is_Offered(string path, string slugs)
    {
        await using var server = await SmallServer.StartAsync();

        Assert.Equal(slugs, string.Join(' ', await server.ColumnAsync(path, "slug")));
    }

    [Fact]
    public async Task Null_Is_Greatest_And_Ties_Follow_The_Next_Field()
    {
        await using var server = await SmallServer.StartAsync();

        Assert.Equal(["1", "2"], await server.ColumnAsync("docking_events/?ordering=departure", "id"));
        Assert.Equal(["2", "1"], await server.ColumnAsync("docking_events/?ordering=-departure", "id"));
        Assert.Equal(["2", "1", "3"], await server.ColumnAsync("astronauts/?ordering=-status,age", "id"));
    }

    [Theory]
    [InlineData("launches/?search=RASSENDYLL", "")]
    [InlineData("launches/?search=flavia", "flavia-1 flavia-2 flavia-3")]
    [InlineData("launches/?search=flavia%20strelsau", "flavia-1 flavia-2 flavia-3")]
    [InlineData("launches/?search=FLAVIA%20capsule", "flavia-1 flavia-2")]
    [InlineData("launches/?search=flavia,nowhere", "")]
    public async Task Search_Wants_Every_Word_In_Some_Field(string path, string slugs)
    {
        await using var server = await SmallServer.StartAsync();

        Assert.Equal(slugs, string.Join(' ', await server.ColumnAsync(path, "slug")));
    }

    [Theory]
    [InlineData("launches/?id=11111111-1111-1111-1111-111111111111", "flavia-1")]
    [InlineData("launches/?lsp__id=2,3&status=3", "flavia-1 flavia-2")]
    [InlineData("launches/?lsp__name=Rocket%20Works&year=2023", "hop flavia-1")]
    [InlineData("launches/?lsp__id=3", "")]
    [InlineData("launches/?related_lsp__id=1", "hop flavia-1 flavia-2 flavia-3")]
    [InlineData("launches/?status__ids=1,4", "hop flavia-3")]
    [InlineData("launches/?location__ids=1&pad=2", "hop")]
    [InlineData("launches/?pad__location__celestial_body__id=1&net__gt=2024-01-01", "flavia-2 flavia-3")]
    [InlineData("launches/?net__lte=2023-06-01T00:00:00Z", "hop flavia-1")]
    [InlineData("launches/?net__lt=2023-06-01T00:00:00Z", "hop")]
    [InlineData("launches/?launcher_config__id=1&month=6,7", "flavia-1 flavia-3")]
    [InlineData("launches/?spacecraft_config__ids=1", "flavia-1 flavia-2")]
    [InlineData("launches/?rocket__spacecraftflight__spacecraft__name__icontains=CAPSULE", "flavia-1 flavia-2")]
    [InlineData("launches/?serial_number=H1-01", "flavia-1 flavia-2")]
    [InlineData("launches/?is_crewed=true", "flavia-1 flavia-2")]
    [InlineData("launches/?is_crewed=false", "hop flavia-3")]
    [InlineData("launches/?include_suborbital=false", "flavia-1 flavia-2 flavia-3")]
    [InlineData("launches/?include_suborbital=true&year=2023", "hop flavia-1")]
    [InlineData("launches/?is_crewed=perhaps&year=2023", "hop flavia-1")]
    [InlineData("launches/?program=1", "flavia-1 flavia-2")]
    [InlineData("launches/?launch_designator=1957-001,2023-001", "flavia-1")]
    [InlineData("launches/?video_url=https://example.org/live", "flavia-2")]
    [InlineData("launches/?mission__orbit__name=Suborbital", "hop")]
    [InlineData("launches/?pad_launch_attempt_count__gte=2", "flavia-2 flavia-3")]
    [InlineData("launches/?mission__agency__ids=1", "flavia-1")]
    [InlineData("launches/?slug=&colour=red", "hop flavia-1 flavia-2 flavia-3")]
    public async Task Launches_Are_Filtered(string path, string slugs)
    {
        await using var server = await SmallServer.StartAsync();

        Assert.Equal(slugs, string.Join(' ', await server.ColumnAsync(path, "slug")));
    }

    [Theory]
    [InlineData("agencies/?country_code=RUR", "1 2")]
    [InlineData("agencies/?parent__id=1", "2")]
    [InlineData("agencies/?spacecraft=true", "1")]
    [InlineData("agencies/?founding_year__gt=1950", "2")]
    [InlineData("agencies/?name__contains=Rocket&type__id=3", "2")]
    [InlineData("astronauts/?agency_ids=1,3", "1 2")]
    [InlineData("astronauts/?status_ids=11", "2")]
    [InlineData("astronauts/?has_flown=false", "3")]
    [InlineData("astronauts/?is_human=false", "3")]
    [InlineData("astronauts/?in_space=true", "1")]
    [InlineData("astronauts/?nationality=Ruritanian", "1")]
    [InlineData("astronauts/?date_of_birth__lt=1980-06-02", "2")]
    [InlineData("docking_events/?docked=true", "2")]
    [InlineData("docking_events/?flight_vehicle_chaser__id=1&space_station_target__id=1&docking_location__id=1", "1")]
    [InlineData("events/?id=1,3", "1 3")]
    [InlineData("events/?agency__ids=1", "1")]
    [InlineData("events/?type__ids=2,9", "1")]
    [InlineData("events/?date__gt__lt=2024-01-01", "2")]
    [InlineData("events/?day=1,2&month=6", "2")]
    [InlineData("expeditions/?crew__astronaut=2", "1")]
    [InlineData("expeditions/?crew__astronaut__agency=1", "1 2")]
    [InlineData("expeditions/?space_station=1&is_active=true", "2")]
    [InlineData("landings/?firststage_launch__ids=11111111-1111-1111-1111-111111111111", "1")]
    [InlineData("landings/?launcher_serial_numbers=H1-01&success=false", "2")]
    [InlineData("landings/?launcher__ids=1&launcher_config__ids=1", "1 2")]
    [InlineData("landings/?spacecraft__ids=1&spacecraft_config__ids=1", "3")]
    [InlineData("landings/?spacecraft_launch__ids=11111111-1111-1111-1111-111111111111", "3")]
    [InlineData("landings/?landing_location__ids=1", "1 2 3")]
    [InlineData("launcher_configurations/?families=1&program=1", "1")]
    [InlineData("launchers/?id__contains=2", "2")]
    [InlineData("locations/?country_code=RUR", "1")]
    [InlineData("mission_patches/?ids=1,2", "1")]
    [InlineData("pads/?agencies_ids=2", "1")]
    [InlineData("pads/?latitude__gt=50.25", "1")]
    [InlineData("payload_flights/?payload=1", "1")]
    [InlineData("payloads/?operator=1", "1")]
    [InlineData("space_stations/?owner__ids=3&orbit=8", "1")]
    [InlineData("space_stations/?owners=1&owners=3", "1")]
    [InlineData("spacecraft_flights/?spacecraft=1", "1 2")]
    [InlineData("spacewalks/?astronaut__ids=1&event__ids=2&owner__ids=1&program__ids=1&spacestation__ids=1&day=2", "1")]
    [InlineData("spacewalks/?astronaut__ids=2", "")]
    [InlineData("updates/?launch__launch_service_provider=2&program=1", "1")]
    public async Task Collections_Are_Filtered(string path, string ids)
    {
        await using var server = await SmallServer.StartAsync();

        Assert.Equal(ids, string.Join(' ', (await server.ColumnAsync(path, "id")).Order()));
    }

    [Theory]
    [InlineData("events/?id=1,x", "id", "Enter a number.")]
    [InlineData("launches/?id=1", "id", "Enter a valid UUID.")]
    [InlineData("launches/?net__gt=soon", "net__gt", "Enter a valid date/time.")]
    [InlineData("astronauts/?date_of_birth=1980", "date_of_birth", "Enter a valid date.")]
    [InlineData("agencies/?id=1,2", "id", "Enter a number.")]
    [InlineData("launches/?program=1&program=9", "program", "Select a valid choice. 9 is not one of the available choices.")]
    [InlineData("spacecraft_flights/?spacecraft=9", "spacecraft", NoChoice)]
    public async Task Value_That_Does_Not_Fit_Is_Refused(string path, string parameter, string complaint)
    {
        await using var server = await SmallServer.StartAsync();

        using var response = await server.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(complaint, (await SmallServer.ReadAsync(response)).GetProperty(parameter)[0].GetString());
    }
}
