using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FlightGraph.StandIn;
using FlightGraph.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Snapshooter;
using Snapshooter.Xunit;

namespace FlightGraph.Tests.Flights;

/// <summary>Ten queries of different depth through the real gateway over the stand-in's real data, with their answers.</summary>
public sealed class QuerySnapshotTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConcurrentQueue<string> calls = new();
    private StandInServer standIn = null!;
    private Gateway gateway = null!;

    public async Task InitializeAsync()
    {
        standIn = await StandInServer.StartAsync(clock: new FakeTimeProvider(new DateTimeOffset(2026, 7, 24, 12, 0, 0, TimeSpan.Zero)), onRequest: calls.Enqueue);
        gateway = await Gateway.StartAsync(standIn.BaseAddress.AbsoluteUri);
    }

    public async Task DisposeAsync()
    {
        await gateway.DisposeAsync();
        await standIn.DisposeAsync();
    }

    [Fact]
    public Task One_Level_Of_Scalars() => MatchAsync("{ spacecraftFlight(id: 358) { id launchLibraryId destination missionEnd duration turnAroundTime } }", calls: 1);

    [Fact]
    public Task Down_To_The_Licence_Of_An_Image() => MatchAsync("""
        { spacecraftFlight(id: "SpacecraftFlight:358") { spacecraft { spacecraftConfig { agency { name image { imageUrl license { name priority link } } } } } } }
        """, calls: 1);

    [Fact]
    public Task Launch_With_Place_And_Orbit() => MatchAsync("""
        { spacecraftFlight(id: 358) { launch {
            name slug net status { name abbrev } probability launchDesignator
            mission { name type orbit { abbrev celestialBody { name } } }
            pad { name latitude longitude country { alpha3Code } location { name timezoneName celestialBody { mass gravity lengthOfDay } } }
            rocket { configuration { fullName families { name } } } launchServiceProvider { name abbrev type { name } } program { name startDate endDate } } } }
        """, calls: 1);

    [Fact]
    public Task Crew_With_Careers() => MatchAsync("""
        { spacecraftFlight(id: 358) {
            launchCrew { role { role priority } astronaut { name dateOfBirth dateOfDeath age timeInSpace firstFlight lastFlight nationality { nationalityName } flightsCount } }
            landingCrew { astronaut { id name } } onboardCrew { id } } }
        """, calls: 2);

    [Fact]
    public Task Landing_And_Its_Place() => MatchAsync("""
        { spacecraftFlight(id: 358) { landing { attempt success description type { name abbrev } landingLocation { name abbrev latitude location { name } celestialBody { name type { name } } } } } }
        """, calls: 1);

    [Fact]
    public Task Docking_Of_Two_Craft() => MatchAsync("""
        { spacecraftFlight(id: 30600) { launch { name } dockingEvents { docking departure dockingLocation { name } flightVehicleTarget { id launch { name } spacecraft { name } } spaceStationTarget { name } } } }
        """, calls: 1);

    [Fact]
    public Task Flights_Of_One_Spacecraft_As_A_Connection() => MatchAsync("""
        { spacecraftFlights(first: 10, filter: {spacecraft: 231}) { totalCount pageInfo { hasNextPage hasPreviousPage } nodes { id duration launch { name net } spacecraft { name flightsCount } } } }
        """, calls: 1);

    [Fact]
    public Task Beyond_What_The_Flight_Carries() => MatchAsync("""
        { spacecraftFlight(id: 358) {
            spacecraft { flights { id duration } }
            launch { launchServiceProvider { foundingYear description } padTurnaround } } }
        """, calls: 3);

    [Fact]
    public Task Several_Roots_Fragments_And_Aliases() => MatchAsync("""
        query Two($first: ID!, $second: ID!, $withCrew: Boolean = true) {
          first: spacecraftFlight(id: $first) { ...Flight }
          second: spacecraftFlight(id: $second) { ...Flight spacecraft { serial: serialNumber } }
          nobody: spacecraftFlight(id: 999999) { id }
        }
        fragment Flight on SpacecraftFlight { __typename destination ... on SpacecraftFlight { launchCrew @include(if: $withCrew) { astronaut { name } } } }
        """, calls: 3, new { first = 358, second = "SpacecraftFlight:20106" });

    [Fact]
    public Task Astronauts_Of_Today_With_Launches_And_Pads() => MatchAsync("""
        { spacecraftFlight(id: 887) { destination missionEnd onboardCrew { role { role } astronaut { name inSpace timeInSpace } }
            launch { name net pad { name } updates { comment } infoUrls { title url type { name } } } spacecraft { inSpace status { name } } } }
        """, calls: 2);

    private async Task MatchAsync(string query, int calls, object? variables = null, [CallerMemberName] string test = "")
    {
        var answer = await gateway.QueryAsync(query, variables);

        Assert.Empty(answer.ErrorSummaries);
        Snapshot.Match(
            JsonSerializer.Serialize(new { data = answer.Data }, Indented),
            new SnapshotFullName($"{nameof(QuerySnapshotTests)}.{test}.json", Path.Combine(Repository.Root, "tests", "FlightGraph.Tests", "Flights")));
        Assert.Equal(calls, this.calls.Count);
    }
}
