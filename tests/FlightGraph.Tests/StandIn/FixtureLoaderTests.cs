using System.Text.Json;
using FlightGraph.StandIn.Contract;
using FlightGraph.StandIn.Data;

namespace FlightGraph.Tests.StandIn;

public sealed class FixtureLoaderTests
{
    [Fact]
    public void Embedded_Fixtures_Have_No_Errors() => Assert.NotEmpty(DataSet.Current.All("Launch"));

    [Theory]
    [InlineData("unknown_field", "\"colour\": \"red\"", "Update has no field 'colour'.")]
    [InlineData("made_field", "\"url\": \"https://example.org\"", "'url' is made by the stand-in, not typed.")]
    [InlineData("wrong_type", "\"comment\": 5", "'comment' takes a text, not the number 5.")]
    [InlineData("twice", "\"comment\": \"a\", \"comment\": \"b\"", "'comment' is typed twice.")]
    public void Field_That_Does_Not_Fit_Is_An_Error(string what, string field, string message)
    {
        var errors = SmallDataSet.Errors(("extra/updates.json", $$"""
            [
              {
                "id": 2, "created_on": "2024-01-01T00:00:00Z",
                {{field}}
              }
            ]
            """));

        Assert.True(errors is [var only] && only == $"extra/updates.json:4: {message}", $"{what}: {string.Join('\n', errors)}");
    }

    [Fact]
    public void Computed_Field_May_Not_Be_Typed() => Assert.Equal(
        ["astronauts.json:2: 'age' of Astronaut is computed, not typed."],
        SmallDataSet.Errors(("astronauts.json", """
            [
            { "id": 1, "type": 2, "status": 1, "age": 44 }, { "id": 2, "type": 2, "status": 1 },
            { "id": 3, "type": 2, "status": 1 }
            ]
            """)));

    [Fact]
    public void Id_That_Leads_Nowhere_Is_An_Error() => Assert.Equal(
        [
            "extra/events.json:2: 'type' leads to EventType 99, which is not there.",
            "extra/events.json:3: 'launches' leads to Launch nowhere, which is not there.",
        ],
        SmallDataSet.Errors(("extra/events.json", """
            [
            { "id": 9, "slug": "x", "type": 99, "last_updated": "2024-01-01T00:00:00Z",
              "launches": ["flavia-1", "nowhere"] }
            ]
            """)));

    [Fact]
    public void Launch_Is_Named_By_Its_Slug() => Assert.Equal(
        ["extra/payload_flights.json:1: 'launch' takes the slug of a launch, not the number 3."],
        SmallDataSet.Errors(("extra/payload_flights.json", """[{ "id": 2, "amount": 1, "payload": 1, "launch": 3 }]""")));

    [Fact]
    public void Id_Typed_Twice_Names_Both_Places() => Assert.Equal(
        ["updates.json:3: Update 1 is there already, in updates.json:2."],
        SmallDataSet.Errors(("updates.json", """
            [
            { "id": 1, "created_on": "2024-01-01T00:00:00Z" },
            { "id": 1, "created_on": "2024-01-02T00:00:00Z" }
            ]
            """)));

    [Fact]
    public void Missing_Id_Slug_And_Promised_Value_Are_Errors() => Assert.Equal(
        [
            "extra/events.json:1: Event needs 'id'.",
            "extra/events.json:1: Event needs 'last_updated'.",
            "extra/events.json:1: Event needs 'slug'.",
            "extra/events.json:1: Event needs 'type'.",
        ],
        SmallDataSet.Errors(("extra/events.json", """[{ "name": "Nothing" }]""")).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("2024-02-30T00:00:00Z")]
    [InlineData("2024-01-01")]
    [InlineData("2024-01-01T00:00:00+02:00")]
    public void Time_That_Is_None_Is_An_Error(string time) => Assert.Equal(
        [$"extra/updates.json:1: 'created_on' takes a time such as 1963-06-14T11:58:58Z, not the text \"{time}\"."],
        SmallDataSet.Errors(("extra/updates.json", $$"""[{ "id": 2, "created_on": "{{time}}" }]""")));

    [Fact]
    public void Docking_Has_One_Chaser_And_One_Target() => Assert.Equal(
        [
            "extra/docking_events.json:1: DockingEvent 3 has 0 of flight_vehicle_target, payload_flight_target, "
                + "space_station_target; it takes exactly one.",
            "extra/docking_events.json:1: DockingEvent 3 has 2 of flight_vehicle_chaser, payload_flight_chaser, "
                + "space_station_chaser; it takes exactly one.",
        ],
        SmallDataSet.Errors(("extra/docking_events.json", """
            [{ "id": 3, "docking": "2024-01-01T00:00:00Z", "docking_location": 1,
               "flight_vehicle_chaser": 1, "space_station_chaser": 1 }]
            """)).Order(StringComparer.Ordinal));

    [Fact]
    public void Broken_Json_And_Unknown_Collection_Name_The_File()
    {
        var errors = SmallDataSet.Errors(("extra/updates.json", "[\n{ \"id\": 2,, }\n]"), ("extra/rovers.json", "[]"));

        Assert.Equal("extra/rovers.json:1: No collection is called 'rovers'.", errors[0]);
        Assert.StartsWith("extra/updates.json:2: This is no JSON: ", errors[1]);
    }

    [Fact]
    public void All_Errors_Are_Told_Together_But_Not_Endlessly()
    {
        var rows = string.Join(",\n", Enumerable.Range(10, 25).Select(id => $$"""{ "id": {{id}} }"""));

        var exception = Assert.Throws<FixtureException>(() => SmallDataSet.Load(("extra/updates.json", $"[{rows}]")));

        Assert.Equal(25, exception.Errors.Count);
        Assert.Equal(22, exception.Message.Split('\n').Length);
        Assert.EndsWith("and 5 more.", exception.Message);
    }

    [Fact]
    public void Every_Collection_Has_Embedded_Rows() => Assert.All(
        LaunchLibraryContract.Current.Resources.Values,
        resource => Assert.True(DataSet.Current.All(resource.Entity).Count >= 2, resource.Name));

    [Fact]
    public async Task Every_List_Of_The_Embedded_Dashboard_Has_Rows()
    {
        await using var server = await SmallServer.StartAsync(data: DataSet.Current);

        var dashboard = (await server.GetAsync("dashboard/starship/"))[0];

        Assert.All(
            dashboard.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.Array),
            list => Assert.NotEqual(0, list.Value.GetArrayLength()));
    }

    [Fact]
    public void Only_A_Booster_That_Has_Flown_Is_Reused()
    {
        var moment = new Moment(DataSet.Current, DataSet.ToldAsOf);

        Assert.All(
            DataSet.Current.All("FirstStage"),
            stage => Assert.Equal(stage["reused"], (long?)moment.Value(stage, "launcher_flight_number") > 1));
    }

    [Fact]
    public void Launch_Without_Id_Has_Always_The_Same_One()
    {
        var ids = Enumerable.Range(0, 2)
            .Select(_ => SmallDataSet.Load().All("Launch").Single(launch => launch.Text("slug") == "hop").Id);

        Assert.Single(ids.Distinct());
    }

    [Fact]
    public void Text_List_And_Flag_Left_Out_Are_Not_Null()
    {
        var pad = SmallDataSet.Instance.All("Pad")[1];
        var event3 = SmallDataSet.Instance.Find("Event", 3L);

        Assert.Null(pad["description"]);
        Assert.Equal("", event3?["description"]);
        Assert.Equal(false, event3?["webcast_live"]);
        Assert.Empty(event3?.Many("launches") ?? throw new InvalidOperationException("The event is missing."));
    }
}
