using System.Collections.Frozen;
using System.Globalization;
using FlightGraph.StandIn.Answers;
using FlightGraph.StandIn.Contract;
using FlightGraph.StandIn.Data;
using FlightGraph.StandIn.Queries;

namespace FlightGraph.StandIn.Http;

/// <summary>The endpoints.</summary>
/// <param name="holdsOutcomes">Whether a launch flies only when its time has come.</param>
/// <param name="shuffle">What lists without an ordering are mixed with; null leaves them as they are.</param>
internal sealed class LaunchLibraryApi(
    LaunchLibraryContract contract, DataSet data, TimeProvider present, bool holdsOutcomes, CallLog calls, Random? shuffle, Newcomers newcomers)
{
    private const string Throttle = "api-throttle";
    private const string Dashboard = "dashboard/starship";

    private readonly Lock gate = new();
    private readonly BodyWriter writer = new(contract, data.Model);
    private readonly FrozenDictionary<string, ResourceQuery> collections = contract.Resources.Values
        .ToFrozenDictionary(resource => resource.Name, resource => new ResourceQuery(resource, data.Model));

    private Moment? latest;

    /// <summary>
    /// 1. Find out what the path leads to; 2. send paths without a slash on; 3. count the call; 4. refuse what is no GET;
    /// 5. answer.
    /// </summary>
    public Task AnswerAsync(HttpContext context)
    {
        // 1.
        var path = context.Request.Path.Value ?? "";
        if (Find(path.TrimEnd('/') + "/") is not { } answer)
            return Reply.HtmlAsync(context, StatusCodes.Status404NotFound, "Not Found");

        // 2. The framework does so before it knows of throttles, so this costs the caller nothing.
        if (!path.EndsWith('/'))
        {
            context.Response.Redirect($"{context.Request.Path.ToUriComponent()}/{context.Request.QueryString}", permanent: true);
            return Task.CompletedTask;
        }

        // 3.
        var caller = Caller(context);
        if (!IsFree(path) && !calls.TryCount(caller, out var wait))
            return ThrottledAsync(context, wait);

        // 4.
        var method = context.Request.Method;
        if (HttpMethods.IsOptions(method))
            return DescribeAsync(context);
        if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
            return Reply.DetailAsync(context, StatusCodes.Status405MethodNotAllowed, $"Method \"{method}\" not allowed.");

        // 5.
        return answer(context);
    }

    /// <summary>Whether the throttle leaves it out: what tells of the throttle itself.</summary>
    public static bool IsFree(string? path) => path?.EndsWith($"/{Throttle}/", StringComparison.Ordinal) == true;

    private RequestDelegate? Find(string path)
    {
        if (!path.StartsWith(Address.Version, StringComparison.Ordinal))
            return null;

        var name = path[Address.Version.Length..].TrimEnd('/');
        if (name.Length == 0)
            return RootAsync;
        if (name == Throttle)
            return ThrottleAsync;
        if (name == Dashboard)
            return DashboardAsync;
        if (collections.TryGetValue(name, out var collection))
            return context => ListAsync(context, collection);

        var end = name.LastIndexOf('/');
        return end > 0 && collections.TryGetValue(name[..end], out collection)
            ? context => RetrieveAsync(context, collection, name[(end + 1)..])
            : null;
    }

    private Task ListAsync(HttpContext context, ResourceQuery collection)
    {
        var query = context.Request.Query;
        var mode = query["mode"].LastOrDefault() is { Length: > 0 } asked ? asked : null;
        if (collection.Resource.SchemaOf(mode) is not { } schema)
            return WrongModeAsync(context, collection.Resource.Name, mode);

        var moment = Now();
        var result = collection.Run(query, moment, newcomers.InFrontOfNextList(collection.Resource.Entity));
        if (result.Complaints.Count > 0)
            return Reply.ComplaintsAsync(context, result.Complaints);

        var page = new Page(context.Request, result.Rows.Count);
        var rows = result.IsOrdered ? result.Rows : Shuffled(result.Rows);
        var address = new Address(context.Request);
        context.Features.Set(new AnsweredSchema(schema));
        return Reply.JsonAsync(context, StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("count", page.Count);
            json.WriteString("next", page.Next);
            json.WriteString("previous", page.Previous);
            json.WriteStartArray("results");
            foreach (var row in rows.Skip(page.Offset).Take(page.Limit))
                writer.Write(json, row, schema, moment, address);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private Task RetrieveAsync(HttpContext context, ResourceQuery collection, string id)
    {
        var moment = Now();
        if ((collection.Find(id, moment) ?? newcomers.Find(collection.Resource.Entity, id)) is not { } record)
        {
            return Reply.DetailAsync(
                context, StatusCodes.Status404NotFound, $"No {collection.Resource.Entity} matches the given query.");
        }

        var schema = collection.Resource.Detail;
        context.Features.Set(new AnsweredSchema(schema));
        var address = new Address(context.Request);
        return Reply.JsonAsync(context, StatusCodes.Status200OK, json => writer.Write(json, record, schema, moment, address));
    }

    private Task DashboardAsync(HttpContext context)
    {
        var mode = context.Request.Query["mode"].LastOrDefault() is { Length: > 0 } asked ? asked : "normal";
        if (contract.DashboardModes.FirstOrDefault(pair => pair.Key == mode).Value is not { } schema)
            return WrongModeAsync(context, Dashboard, mode);

        // Without a fixture of its own the dashboard shows what can be gathered.
        var dashboard = data.All("StarshipDashboard").FirstOrDefault() ?? Empty(data.Model["StarshipDashboard"]);
        context.Features.Set(new AnsweredSchema(schema));
        return Reply.JsonAsync(context, StatusCodes.Status200OK, json =>
        {
            json.WriteStartArray();
            writer.Write(json, dashboard, schema, Now(), new Address(context.Request));
            json.WriteEndArray();
        });
    }

    private Task ThrottleAsync(HttpContext context)
    {
        var caller = Caller(context);
        var (inUse, wait) = calls.Look(caller);
        return Reply.JsonAsync(context, StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("your_request_limit", calls.Limit);
            json.WriteNumber("limit_frequency_secs", calls.WindowSeconds);
            json.WriteNumber("current_use", inUse);
            json.WriteNumber("next_use_secs", wait);
            json.WriteString("ident", caller);
            json.WriteEndObject();
        });
    }

    private Task RootAsync(HttpContext context) => Reply.JsonAsync(context, StatusCodes.Status200OK, json =>
    {
        var address = new Address(context.Request);
        json.WriteStartObject();
        foreach (var name in collections.Keys.Append(Throttle).Append(Dashboard).Order(StringComparer.Ordinal))
            json.WriteString(name, address.Of(name));
        json.WriteEndObject();
    });

    private static Task DescribeAsync(HttpContext context) => Reply.JsonAsync(context, StatusCodes.Status200OK, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("renders");
        json.WriteStringValue("application/json");
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static Task WrongModeAsync(HttpContext context, string resource, string? mode) => resource == "docking_events"
        ? Reply.HtmlAsync(context, StatusCodes.Status500InternalServerError, "Server Error (500)")
        : Reply.ComplaintsAsync(
            context, [KeyValuePair.Create("mode", $"Select a valid choice. {mode} is not one of the available choices.")]);

    private static Task ThrottledAsync(HttpContext context, int wait)
    {
        context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        var unit = wait == 1 ? "second" : "seconds";
        return Reply.DetailAsync(
            context, StatusCodes.Status429TooManyRequests, $"Request was throttled. Expected available in {wait} {unit}.");
    }

    /// <summary>LL2 counts by key, and without one by address.</summary>
    private static string Caller(HttpContext context)
    {
        const string scheme = "Token ";
        var authorization = context.Request.Headers.Authorization.ToString();
        return authorization.StartsWith(scheme, StringComparison.Ordinal)
            ? authorization[scheme.Length..]
            : context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
    }

    private static Record Empty(EntityDefinition entity)
    {
        var record = new Record(entity, "computed", 0);
        foreach (var field in entity.Fields.Where(field => field is { Kind: ValueKind.Many, Computed: null }))
            record[field] = Array.Empty<Record>();
        return record;
    }

    /// <summary>Bodies tell whole seconds, so all requests of a second share one view and what was computed for it.</summary>
    private Moment Now()
    {
        var now = present.GetUtcNow();
        now = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

        // Two requests may both make a new view; either will do.
        var moment = latest;
        return moment is not null && moment.Now == now ? moment : latest = new Moment(data, now, holdsOutcomes);
    }

    private IReadOnlyList<Record> Shuffled(IReadOnlyList<Record> rows)
    {
        if (shuffle is null)
            return rows;

        var mixed = rows.ToArray();

        // Random is not safe for use by several requests at once.
        lock (gate)
            shuffle.Shuffle(mixed);
        return mixed;
    }
}
