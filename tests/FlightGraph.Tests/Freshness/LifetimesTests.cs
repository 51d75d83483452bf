using System.Text;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Requests;
using Microsoft.Extensions.Options;

namespace FlightGraph.Tests.Freshness;

/// <summary>How long things stay fresh, by what they are and when they are read.</summary>
public sealed class LifetimesTests
{
    private const string Go = "1";
    private const string Success = "3";

    private static readonly UpstreamContract Contract = UpstreamContract.Load("2.3.0");
    private static readonly DateTimeOffset Now = new(2026, 7, 24, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The row; the entity; an object that falls under it now; how long it is fresh then.</summary>
    public static TheoryData<string, string, string, string> Rows => new()
    {
        { "LaunchImminent", "Launch", Launch("2026-07-24T12:30:00Z", Go), "00:00:30" },
        { "LaunchImminent", "Launch", Launch("2026-07-24T11:30:00Z", "6"), "00:00:30" },
        { "LaunchToday", "Launch", Launch("2026-07-24T20:00:00Z", Go), "00:03:00" },
        { "LaunchThisWeek", "Launch", Launch("2026-07-28T12:00:00Z", Go), "00:10:00" },
        { "LaunchThisMonth", "Launch", Launch("2026-08-10T12:00:00Z", "2"), "01:00:00" },
        { "LaunchLater", "Launch", Launch("2027-01-01T00:00:00Z", "8"), "06:00:00" },
        { "LaunchAwaitingOutcome", "Launch", Launch("2026-07-23T12:00:00Z", Go), "00:05:00" },
        { "LaunchRecent", "Launch", Launch("2026-07-24T11:30:00Z", Success), "02:00:00" },
        { "LaunchRecent", "Launch", Launch("2026-07-20T12:00:00Z", "4"), "02:00:00" },
        { "LaunchPast", "Launch", Launch("2020-01-01T00:00:00Z", Success), "21.00:00:00" },
        { "LaunchPast", "Launch", Launch("1961-04-12T06:07:00Z", "7"), "21.00:00:00" },
        { "LaunchUndated", "Launch", """{"id": "0d0acc45-bcf8-4d06-8093-be999f9233ba", "name": "thin"}""", "01:00:00" },
        { "LaunchUndated", "Launch", """{"id": "0d0acc45-bcf8-4d06-8093-be999f9233ba", "net": null, "status": {"id": 1}}""", "01:00:00" },
        { "EventImminent", "Event", """{"id": 1, "date": "2026-07-24T12:30:00Z"}""", "00:01:00" },
        { "EventImminent", "Event", """{"id": 1, "date": "2026-07-24T07:00:00Z"}""", "00:01:00" },
        { "EventThisWeek", "Event", """{"id": 1, "date": "2026-07-28T12:00:00Z"}""", "00:15:00" },
        { "EventLater", "Event", """{"id": 1, "date": "2026-12-28T12:00:00Z"}""", "06:00:00" },
        { "EventPast", "Event", """{"id": 1, "date": "2025-12-28T12:00:00Z"}""", "14.00:00:00" },
        { "EventUndated", "Event", """{"id": 1, "name": "thin"}""", "03:00:00" },
        { "FlightEnded", "SpacecraftFlight", """{"id": 1, "mission_end": "1963-06-19T11:06:00Z"}""", "21.00:00:00" },
        { "FlightUnderWay", "SpacecraftFlight", """{"id": 1, "mission_end": null}""", "01:00:00" },
        { "DockingEnded", "DockingEvent", """{"id": 1, "departure": "2020-06-19T11:06:00Z"}""", "21.00:00:00" },
        { "DockingUnderWay", "DockingEvent", """{"id": 1, "departure": null}""", "00:10:00" },
        { "StationRetired", "SpaceStation", """{"id": 1, "deorbited": "2001-03-23"}""", "14.00:00:00" },
        { "Station", "SpaceStation", """{"id": 4, "deorbited": null}""", "00:10:00" },
        { "ExpeditionEnded", "Expedition", """{"id": 1, "end": "2001-03-21T02:33:00Z"}""", "21.00:00:00" },
        { "Expedition", "Expedition", """{"id": 73, "end": null}""", "03:00:00" },
        { "SpacewalkPast", "Spacewalk", """{"id": 1, "end": "2001-03-21T02:33:00Z"}""", "21.00:00:00" },
        { "Spacewalk", "Spacewalk", """{"id": 1, "end": null}""", "00:30:00" },
        { "AstronautInSpace", "Astronaut", """{"id": 1, "in_space": true}""", "03:00:00" },
        { "Astronaut", "Astronaut", """{"id": 1, "in_space": false}""", "3.00:00:00" },
        { "Astronaut", "Astronaut", """{"id": 1, "name": "thin"}""", "3.00:00:00" },
        { "Place", "Pad", """{"id": 1}""", "3.00:00:00" },
        { "Place", "LandingLocation", """{"id": 1}""", "3.00:00:00" },
        { "Hardware", "Agency", """{"id": 1}""", "1.00:00:00" },
        { "Hardware", "Program", """{"id": 1}""", "1.00:00:00" },
        { "Dashboard", "StarshipDashboard", "{}", "00:10:00" },
        { "Throttle", "APIThrottle", "{}", "00:00:10" },
        { "News", "Update", """{"id": 1}""", "7.00:00:00" },
        { "Vocabulary", "LaunchStatus", """{"id": 1}""", "7.00:00:00" },
        { "Other", "Payload", """{"id": 1}""", "1.00:00:00" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Object_Is_Fresh_As_Long_As_Its_Row_Says(string row, string entity, string json, string life)
    {
        var value = Read(entity, json);

        var (own, _) = Lifetimes().FreshUntil(value, Now);
        var doubled = Lifetimes(options => options.Lives[row] = TimeSpan.FromSeconds(1)).FreshUntil(value, Now).Own;

        Assert.Equal(TimeSpan.Parse(life), own - Now);
        // The configuration knows it by the same name.
        Assert.Equal(TimeSpan.FromSeconds(1), doubled - Now);
    }

    [Fact]
    public void Every_Row_Is_Tried()
    {
        var tried = Rows.Select(row => (string)row[0]).ToHashSet();
        Assert.Equal(FreshnessTable.Objects.Select(row => row.Name).Order(), tried.Order());
    }

    [Theory]
    [InlineData("launches", "00:30:00")]
    [InlineData("launches/upcoming", "00:10:00")]
    [InlineData("launches/previous", "00:30:00")]
    [InlineData("events", "00:30:00")]
    [InlineData("events/upcoming", "00:10:00")]
    [InlineData("updates", "00:05:00")]
    [InlineData("docking_events", "01:00:00")]
    [InlineData("pads", "3.00:00:00")]
    [InlineData("config/launch_statuses", "7.00:00:00")]
    [InlineData("agencies", "06:00:00")]
    public void List_Is_Fresh_As_Long_As_Its_Path_Says(string path, string life) =>
        Assert.Equal(TimeSpan.Parse(life), Lifetimes().FreshUntil(Page(path), new ResourcePage(0, []), Now) - Now);

    [Fact]
    public void List_Of_Ids_Changes_Only_Where_One_Is_Missing()
    {
        var request = Page("launches") with { Filters = [new ResourceFilter("id", ["a", "b"])] };
        var launch = Read("Launch", Launch("2026-07-28T12:00:00Z", Go));

        Assert.Equal(DateTimeOffset.MaxValue, Lifetimes().FreshUntil(request, new ResourcePage(2, [launch, launch]), Now));
        Assert.Equal(TimeSpan.FromMinutes(5), Lifetimes().FreshUntil(request, new ResourcePage(1, [launch]), Now) - Now);
        Assert.Equal(TimeSpan.FromMinutes(5), Lifetimes().MissingUntil(Now) - Now);
    }

    /// <summary>Its life when read would have lasted on; what it became meanwhile has a shorter one.</summary>
    [Theory]
    // Read when it was five weeks away, with six hours to live: the month begins first, and an hour is over by then.
    [InlineData("2026-08-24T15:00:00Z", "03:00:00")]
    // Read an hour and five minutes before, with three minutes to live.
    [InlineData("2026-07-24T13:05:00Z", "00:03:00")]
    // Read an hour and two minutes before: its hour begins after two, and thirty seconds are over by then.
    [InlineData("2026-07-24T13:02:00Z", "00:02:00")]
    // Read a day and an hour before with ten minutes to live.
    [InlineData("2026-07-25T13:00:00Z", "00:10:00")]
    // Read a day and eight minutes before: its day begins, and three minutes are over.
    [InlineData("2026-07-25T12:08:00Z", "00:08:00")]
    // Read a day and two minutes before: it is a minute younger than the day's life, then its third minute ends.
    [InlineData("2026-07-25T12:02:00Z", "00:03:00")]
    public void Launch_Is_Stale_When_A_Time_Begins_That_It_Is_Too_Old_For(string net, string life) =>
        Assert.Equal(TimeSpan.Parse(life), Lifetimes().FreshUntil(Read("Launch", Launch(net, Go)), Now).Own - Now);

    [Fact]
    public void Launch_Read_A_Day_Before_Is_Stale_When_Its_Hour_Begins_However_Long_A_Day_May_Last()
    {
        var lifetimes = Lifetimes(options =>
        {
            foreach (var row in new[] { "LaunchToday", "LaunchThisWeek" })
                options.Lives[row] = TimeSpan.FromDays(300);
        });

        var (own, holder) = lifetimes.FreshUntil(Read("Launch", Launch("2026-07-25T12:00:00Z", Go)), Now);

        Assert.Equal(TimeSpan.FromHours(23), own - Now);
        Assert.Equal(own, holder);
    }

    [Theory]
    [InlineData("2026-07-24T12:20:00Z", Go, 30)]
    [InlineData("2026-07-24T18:00:00Z", Go, 180)]
    [InlineData("2026-07-23T12:00:00Z", Go, 300)]
    [InlineData("2026-07-23T12:00:00Z", Success, null)]
    [InlineData("2020-01-01T00:00:00Z", Success, null)]
    public void Launch_That_Is_About_To_Change_Hurries_What_Holds_It(string net, string status, int? seconds)
    {
        var (_, holder) = Lifetimes().FreshUntil(Read("Launch", Launch(net, status)), Now);
        Assert.Equal(seconds, holder == DateTimeOffset.MaxValue ? null : (int)(holder - Now).TotalSeconds);
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("2201-01-01T00:00:00Z")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("2026-02-30T00:00:00Z")]
    public void Date_That_Cannot_Be_Meant_Is_None(string net) =>
        Assert.Equal(TimeSpan.FromHours(1), Lifetimes().FreshUntil(Read("Launch", Launch(net, Go)), Now).Own - Now);

    [Theory]
    [InlineData("12")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Date_Of_Another_Shape_Is_None(string net) =>
        Assert.Equal(TimeSpan.FromHours(1), Lifetimes().FreshUntil(Read("Launch", Launch("x", Go).Replace("\"x\"", net, StringComparison.Ordinal)), Now).Own - Now);

    [Fact]
    public void Clock_Near_The_End_Of_Time_Does_No_Harm()
    {
        var late = DateTimeOffset.MaxValue.AddYears(-7000);
        Assert.True(Lifetimes().FreshUntil(Read("Launch", Launch("2026-07-24T12:20:00Z", Go)), late).Own > late);
    }

    [Fact]
    public void Spread_Is_Within_Its_Bounds_The_Same_Each_Time_And_Not_The_Same_For_All()
    {
        var agencies = Enumerable.Range(1, 500).Select(id => Read("Agency", $$"""{"id": {{id}}}""")).ToList();

        var lives = agencies.Select(agency => Lifetimes(spread: 0.1).FreshUntil(agency, Now).Own - Now).ToList();
        var again = agencies.Select(agency => Lifetimes(spread: 0.1).FreshUntil(agency, Now).Own - Now);
        var later = agencies.Select(agency => Lifetimes(spread: 0.1).FreshUntil(agency, Now.AddDays(9)).Own - Now.AddDays(9));

        Assert.Equal(lives, again);
        Assert.Equal(lives, later);
        Assert.All(lives, life => Assert.InRange(life, TimeSpan.FromDays(0.9), TimeSpan.FromDays(1)));
        Assert.True(lives.Distinct().Count() > 300);
        Assert.True(lives.Max() - lives.Min() > TimeSpan.FromHours(2));
    }

    private static Lifetimes Lifetimes(Action<FreshnessOptions>? configure = null, double spread = 0)
    {
        var options = new FreshnessOptions { Spread = spread };
        configure?.Invoke(options);
        return new Lifetimes(Options.Create(options));
    }

    private static string Launch(string net, string status) =>
        $$"""{"id": "0d0acc45-bcf8-4d06-8093-be999f9233ba", "name": "L", "net": "{{net}}", "status": {"name": "S", "id": {{status}} } }""";

    private static ResourceObject Read(string entity, string json) => ResourceReader.ReadObject(Contract.Entity(entity), Encoding.UTF8.GetBytes(json));

    private static PageRequest Page(string path)
    {
        var resource = Contract.Resource(path);
        return new PageRequest { Resource = resource, Mode = resource.Fullest, Limit = 10 };
    }
}
