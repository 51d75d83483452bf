using System.Globalization;
using System.Text;
using FlightGraph.Upstream.Archive;
using FlightGraph.Upstream.Budget;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Freshness;
using FlightGraph.Upstream.Requests;
using FlightGraph.Upstream.Store;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FlightGraph.Tests.Freshness;

/// <summary>
/// The real store and an archive, an upstream whose launches change, and beside them the plainest account of what is known: a list
/// of copies, out of which go those that a newer one makes useless. All that a launch's copy says carries the version of the launch.
/// </summary>
internal sealed class StoreWorld
{
    public const int Launches = 4;
    public const int Flights = 3;

    private static readonly UpstreamContract Contract = UpstreamContract.Load("2.3.0");
    private static readonly Resource Launch = Contract.Resource("launches");
    private static readonly Resource Flight = Contract.Resource("spacecraft_flights");
    private static readonly TimeSpan LaunchLife = TimeSpan.FromHours(1);
    private static readonly TimeSpan ListLife = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan MissingLife = TimeSpan.FromMinutes(5);

    /// <summary>What copies of different depth have: none, the list's three, and one that has a bit of everything.</summary>
    private static readonly string[][] Depths =
    [
        ["name"],
        ["name", "slug", "last_updated", "image.name", "image.credit"],
        ["name", "slug", "last_updated", "image.name", "image.credit", "probability"],
        ["name", "slug", "last_updated", "image.name", "image.credit", "probability", "flightclub_url"],
        ["name", "image.name", "flightclub_url"],
    ];

    private static readonly string[][] Needs =
        [["name"], ["slug"], ["name", "probability"], ["image.name"], ["image.credit"], ["flightclub_url"], ["name", "flightclub_url"], Depths[3]];

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 7, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly MemoryArchive archive = new();
    private readonly IOptions<CacheOptions> options;
    private readonly bool forgets;

    /// <summary>How far the upstream's clock goes ahead of ours.</summary>
    private readonly TimeSpan skew;

    /// <summary>When each launch came to each of its versions, by our clock.</summary>
    private readonly List<DateTimeOffset>[] edits = [.. Enumerable.Range(0, Launches).Select(_ => new List<DateTimeOffset>())];
    private readonly bool[] exists = [.. Enumerable.Repeat(true, Launches)];
    private readonly List<DateTimeOffset> confirmations = [];

    /// <summary>Every answer that was ever taken in.</summary>
    private readonly List<Read> read = [];

    private List<Copy> copies = [];
    private List<KnownPage> pages = [];
    private Dictionary<int, DateTimeOffset> missing = [];

    private EntityStore objects = null!;
    private ListStore lists = null!;
    private AnswerMemory memory = null!;
    private ArchiveIntake intake = null!;

    public StoreWorld(long maxMemory, bool forgets, TimeSpan skew)
    {
        this.forgets = forgets;
        this.skew = skew;
        options = Options.Create(new CacheOptions { MaxMemory = maxMemory });
        foreach (var launch in edits)
            launch.Add(clock.GetUtcNow() - TimeSpan.FromDays(10));
        Start();
    }

    public static int NeedCount => Needs.Length;

    private DateTimeOffset Now => clock.GetUtcNow();

    public void Advance(TimeSpan time) => clock.Advance(time);

    public void Edit(int launch) => edits[launch].Add(Tick());

    public void DeleteOrRestore(int launch) => exists[launch] = !exists[launch];

    /// <summary>An answer to the question for one launch, or that there is none.</summary>
    public void ReadLaunch(int launch)
    {
        var (address, at) = (new ObjectAddress(Launch, Id(launch)), Tick());
        if (!exists[launch])
        {
            intake.RememberMissing(address, at);
            AddMissing(launch, at);
            return;
        }

        var body = Bytes(LaunchJson(launch, 3, at));
        var (_, displaced) = memory.Remember(address, AnswerReader.Read(address, body), body.Length, at);
        intake.Save(address, at, body, displaced);
        Add(new Read(null, 0, [(launch, 3)], at, address.ToRelativeUri()));
    }

    /// <summary>A flight, and inside it a launch of some depth.</summary>
    public void ReadFlight(int flight)
    {
        var (address, at) = (new ObjectAddress(Flight, $"{flight}"), Tick());
        var body = Bytes(FlightJson(flight, at));
        var (_, displaced) = memory.Remember(address, AnswerReader.Read(address, body), body.Length, at);
        intake.Save(address, at, body, displaced);
        Add(new Read(null, 0, [InFlight(flight)], at, address.ToRelativeUri()));
    }

    public void ReadPage(int mode, int limit)
    {
        var (address, at) = (new PageAddress(Page(mode, limit)), Tick());
        var rows = Enumerable.Range(0, Launches).Where(launch => exists[launch]).Take(limit).ToList();
        var body = Bytes($$"""{"count": {{exists.Count(there => there)}}, "results": [{{string.Join(',', rows.Select(launch => LaunchJson(launch, mode + 1, at)))}}]}""");
        var (_, displaced) = memory.Remember(address, AnswerReader.Read(address, body), body.Length, at);
        intake.Save(address, at, body, displaced);
        Add(new Read(mode, limit, [.. rows.Select(launch => (launch, mode + 1))], at, address.ToRelativeUri()));
    }

    /// <summary>A replica read a launch or a flight a while ago, and says so only now.</summary>
    public void HearOfReplica(bool ofFlight, int number, TimeSpan ago)
    {
        // Never the same moment as one of ours.
        var at = Now - ago - TimeSpan.FromMilliseconds(500);
        var key = ofFlight ? new ObjectAddress(Flight, $"{number}").ToRelativeUri() : new ObjectAddress(Launch, Id(number)).ToRelativeUri();
        archive.SaveElsewhere(new ArchivedAnswer(key, at, Bytes(ofFlight ? FlightJson(number, at) : LaunchJson(number, 3, at))));
        AddArchived(key, ofFlight ? number : null, ofFlight ? null : number);
    }

    /// <summary>Looks into the archive for what may have been forgotten.</summary>
    public void Look(int launch)
    {
        var address = new ObjectAddress(Launch, Id(launch));
        var isFound = intake.TryFindAsync(address, CancellationToken.None).GetAwaiter().GetResult();
        AddArchived(address.ToRelativeUri(), null, launch);
        Assert.Equal(archive.Find(address.ToRelativeUri()) is not null, isFound);
    }

    /// <summary>The process ends, and another begins with nothing but the archive.</summary>
    public void Restart()
    {
        foreach (var copy in copies.Where(copy => !forgets && copy.Address.StartsWith("launches/0", StringComparison.Ordinal)))
            Assert.True(archive.Find(copy.Address)?.ReadAt >= copy.ReadAt, $"{copy} is not in the archive.");

        archive.Forget();
        // In the order in which they were read, as the store takes them.
        (copies, pages, missing) = ([], [], []);
        var kept = read.Where(page => archive.Find(page.Address) is { Body: not null } answer && answer.ReadAt == page.ReadAt).DistinctBy(page => page.Address)
            .Select(page => (page.ReadAt, Take: (Action)(() => Add(page))));
        var gone = Enumerable.Range(0, Launches).Select(launch => (Launch: launch, Answer: archive.Find(new ObjectAddress(Launch, Id(launch)).ToRelativeUri())))
            .Where(found => found.Answer is { Body: null }).Select(found => (found.Answer!.ReadAt, Take: (Action)(() => AddMissing(found.Launch, found.Answer.ReadAt))));
        foreach (var (_, take) in kept.Concat(gone).OrderBy(answer => answer.ReadAt).ToList())
            take();
        Start();
    }

    /// <summary>The upstream tells of all edits since then.</summary>
    public void Confirm(TimeSpan ago)
    {
        var (askedAt, since) = (Tick(), Now - ago);
        var edited = Enumerable.Range(0, Launches).Where(launch => edits[launch][^1] + skew >= since - AnswerMemory.ClockDifference)
            .ToDictionary(Id, launch => edits[launch][^1] + skew, StringComparer.Ordinal);
        memory.Confirm(Launch.Entity, since, askedAt, edited);
        confirmations.Add(askedAt);

        foreach (var copy in copies)
            copy.Stamp = Judged(copy.Stamp, copy.ReadAt, HasMoved(copy.Launch, copy.Depth != 0 && copy.Depth != 4, copy), new Stamp(askedAt, askedAt + LaunchLife));
        foreach (var page in pages)
        {
            var last = edited.Count == 0 ? DateTimeOffset.MinValue : edited.Values.Max();
            var confirmed = last + AnswerMemory.ClockDifference >= page.Stamp.ReadAt ? page.Stamp : new Stamp(askedAt, askedAt + ListLife);
            page.Stamp = Judged(page.Stamp, page.ReadAt, page.Rows.Any(launch => HasMoved(launch, true, page)), confirmed);
        }

        Stamp Judged(Stamp stamp, DateTimeOffset readAt, bool hasMoved, Stamp confirmed) =>
            stamp.ReadAt >= askedAt ? stamp
            : hasMoved ? stamp with { FreshUntil = stamp.FreshUntil < askedAt ? stamp.FreshUntil : askedAt }
            : stamp.ReadAt >= since && askedAt - readAt <= AnswerMemory.LongestConfirmation ? confirmed : stamp;

        // Who shows when it was edited is compared by that, who does not by when it was read, and rather too often than not.
        bool HasMoved(int launch, bool showsEdit, Known known) => edited.TryGetValue(Id(launch), out var edit)
            && (showsEdit ? VersionAt(launch, known.ReadAt) < edits[launch].Count - 1 : known.Stamp.ReadAt <= edit + AnswerMemory.ClockDifference);
    }

    public void Ask(int launch, int needed, Tolerance tolerance)
    {
        var need = Needs[needed];
        var found = objects.Find(Launch.Entity, Id(launch), Projected(need), tolerance);
        var inNeed = objects.FindAfterFailure(Launch.Entity, Id(launch), Projected(need), tolerance);
        if (found is { } copy)
            AssertHonest(launch, copy, need, Allows(tolerance, copy.Stamp));
        if (inNeed is { } last)
            AssertHonest(launch, last, need, AllowsInNeed(tolerance, last.Stamp));

        var gone = objects.FindMissing(Launch.Entity, Id(launch), tolerance);
        if (gone is { } stamp)
            Assert.True(found is null && Allows(tolerance, stamp) && Now - stamp.ReadAt < MissingLife, $"Launch {launch} is known to be gone since {stamp}, and {found}.");
        if (forgets)
            return;

        Assert.Equal(missing.TryGetValue(launch, out var since) && Now - since < MissingLife && Allows(tolerance, new Stamp(since, since + MissingLife)) ? since : null, gone?.ReadAt);
        AssertNewest(launch, need, known => Allows(tolerance, known.Stamp), found);
        AssertNewest(launch, need, known => AllowsInNeed(tolerance, known.Stamp), inNeed);
    }

    public void AskPage(int mode, int limit, Tolerance tolerance)
    {
        // In the order of the depths, so that a page of any deeper mode will do.
        var need = Depths[mode + 1];
        var found = lists.Find(Page(mode, limit), Projected(need), tolerance);
        if (found is { } page)
        {
            Assert.True(Allows(tolerance, page.Stamp), $"A page of {page.Stamp} is too old for {tolerance}.");
            foreach (var row in page.Value.Rows)
                AssertOneVersion(Number(row!.Id!), row, page.Answer.ReadAt, page.Stamp);
        }

        if (forgets)
            return;
        var expected = pages.Where(known => known.Mode >= mode && known.Limit >= limit && Allows(tolerance, known.Stamp)).MaxBy(known => known.ReadAt);
        Assert.Equal((expected?.ReadAt, expected?.Stamp), (found?.Answer.ReadAt, found?.Stamp));
        Assert.Equal(expected?.Rows.Take(limit).Select(Id), found?.Value.Rows.Select(row => row!.Id!));
    }

    /// <summary>Holds after every step.</summary>
    public void AssertSound() => Assert.True(memory.Memory <= options.Value.MaxMemory, $"{memory.Memory} bytes are remembered.");

    private void Start()
    {
        (objects, lists) = (new EntityStore(clock), new ListStore(clock));
        var lifetimes = new Lifetimes(Options.Create(new FreshnessOptions { Spread = 0 }));
        memory = new AnswerMemory(objects, lists, new DocumentStore(clock), lifetimes, new LaunchCalendar(clock), options);
        intake = new ArchiveIntake(new AnswerArchive([archive]), memory, Contract, options);
        intake.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    private void AssertHonest(int launch, Remembered<ResourceObject> copy, string[] need, bool isAllowed)
    {
        Assert.True(isAllowed, $"{copy.Stamp} is too old.");
        var shown = AssertOneVersion(launch, copy.Value, copy.Answer.ReadAt, copy.Stamp);
        Assert.Subset(shown, need.ToHashSet());
    }

    /// <summary>All that it shows is of one version: that of its reading, and still the last one where it says to be younger.</summary>
    private HashSet<string> AssertOneVersion(int launch, ResourceObject value, DateTimeOffset readAt, Stamp stamp)
    {
        var shown = Shown(value);
        var version = Assert.Single(shown.Where(field => field.Name != "last_updated").Select(field => field.Version).Distinct());
        Assert.Equal(VersionAt(launch, readAt), version);
        Assert.Equal(VersionAt(launch, stamp.ReadAt), version);
        Assert.True(stamp.ReadAt == readAt || confirmations.Contains(stamp.ReadAt), $"Read at {readAt}, and nobody confirmed it at {stamp.ReadAt}.");
        return [.. shown.Select(field => field.Name)];
    }

    private void AssertNewest(int launch, string[] need, Func<Copy, bool> isAllowed, Remembered<ResourceObject>? found)
    {
        var expected = copies.Where(copy => copy.Launch == launch && copy.Has(need) && isAllowed(copy)).MaxBy(copy => copy.ReadAt);
        Assert.Equal((expected?.ReadAt, expected?.Stamp), (found?.Answer.ReadAt, found?.Stamp));
    }

    /// <summary>RFC 9111, once more: each directive by itself.</summary>
    private bool Allows(Tolerance asked, Stamp stamp)
    {
        var staleness = Now - stamp.FreshUntil;
        var isStale = staleness >= TimeSpan.Zero;
        var wantsFresh = asked.NotBefore is not null || asked.MaxAge is not null || asked.MinFresh is not null;
        return !(asked.NotBefore is { } earliest && stamp.ReadAt < earliest)
            && !(asked.MaxAge is { } oldest && Now - stamp.ReadAt > oldest)
            && !(asked.MinFresh is { } left && -staleness < left)
            && !(isStale && asked.MaxStale is { } most && staleness > most)
            && !(isStale && asked.MaxStale is null && wantsFresh);
    }

    private bool AllowsInNeed(Tolerance asked, Stamp stamp) => Allows(asked, stamp) || (asked.StaleIfError is { } most && Now - stamp.FreshUntil <= most);

    private void Add(Read answer)
    {
        read.Add(answer);
        if (answer.Mode is { } mode)
        {
            pages.RemoveAll(page => page.Mode == mode && page.Limit <= answer.Limit);
            pages.Add(new KnownPage(mode, answer.Limit, [.. answer.Copies.Select(copy => copy.Launch)], answer.ReadAt, answer.Address));
        }

        foreach (var (launch, depth) in answer.Copies)
        {
            if (missing.TryGetValue(launch, out var gone) && gone > answer.ReadAt)
                continue;
            missing.Remove(launch);
            // A newer one may be known to be out of date already, which does not make an older one any better.
            if (copies.Any(known => known.Launch == launch && known.ReadAt >= answer.ReadAt && known.Has(Depths[depth])))
                continue;
            var added = new Copy(launch, depth, answer.ReadAt, answer.Address);
            copies.RemoveAll(known => known.Launch == launch && known.ReadAt <= answer.ReadAt && added.Has(Depths[known.Depth]));
            copies.Add(added);
        }
    }

    private void AddMissing(int launch, DateTimeOffset at)
    {
        copies.RemoveAll(copy => copy.Launch == launch && copy.ReadAt <= at);
        if (copies.All(copy => copy.Launch != launch))
            missing[launch] = at;
    }

    private void AddArchived(string key, int? flight, int? launch)
    {
        switch (archive.Find(key))
        {
            case { Body: null } gone:
                AddMissing(launch!.Value, gone.ReadAt);
                break;
            case { } kept:
                Add(new Read(null, 0, [flight is { } number ? InFlight(number) : (launch!.Value, 3)], kept.ReadAt, key));
                break;
        }
    }

    private DateTimeOffset Tick()
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        return Now;
    }

    private int VersionAt(int launch, DateTimeOffset at) => edits[launch].FindLastIndex(edit => edit <= at);

    private static string Id(int launch) => $"0000000{launch}-0000-0000-0000-000000000000";

    private static int Number(string id) => id[7] - '0';

    private static PageRequest Page(int mode, int limit) => new() { Resource = Launch, Mode = Launch.Modes[mode], Limit = limit };

    private static (int Launch, int Depth) InFlight(int flight) => (flight % 2, flight switch { 0 => 0, 1 => 4, _ => 2 });

    private string FlightJson(int flight, DateTimeOffset at) =>
        $$"""{"id": {{flight}}, "launch": {{LaunchJson(InFlight(flight).Launch, InFlight(flight).Depth, at)}} }""";

    private string LaunchJson(int launch, int depth, DateTimeOffset at)
    {
        var version = VersionAt(launch, at);
        var edited = (edits[launch][version] + skew).ToString("O", CultureInfo.InvariantCulture);
        var (plain, image) = (new StringBuilder($"{{\"id\": \"{Id(launch)}\""), new StringBuilder());
        foreach (var field in Depths[depth])
        {
            var text = field switch
            {
                "probability" => $"{version}",
                "last_updated" => $"\"{edited}\"",
                "flightclub_url" => $"\"https://upstream.invalid/v{version}\"",
                _ => $"\"v{version}\"",
            };
            var (owner, name) = field.StartsWith("image.", StringComparison.Ordinal) ? (image, field[6..]) : (plain, field);
            owner.Append(CultureInfo.InvariantCulture, $", \"{name}\": {text}");
        }

        return image.Length == 0 ? plain.Append('}').ToString() : plain.Append(CultureInfo.InvariantCulture, $", \"image\": {{\"id\": 1{image}}}}}").ToString();
    }

    private static List<(string Name, int Version)> Shown(ResourceObject value)
    {
        List<(string, int)> shown = [];
        foreach (var name in Depths[3])
        {
            var (owner, field) = (value, name);
            if (name.StartsWith("image.", StringComparison.Ordinal))
            {
                if (value[value.Entity["image"]] is not { Kind: FieldValueKind.Object } image)
                    continue;
                (owner, field) = (image.Object, name[6..]);
            }

            if (owner[owner.Entity[field]] is { Kind: FieldValueKind.Scalar } found)
                shown.Add((name, name == "last_updated" ? 0 : int.Parse(found.GetText()[(found.GetText().LastIndexOf('v') + 1)..], CultureInfo.InvariantCulture)));
        }

        return shown;
    }

    private static Projection Projected(string[] need) => need.Aggregate(Projection.Nothing, (all, name) => all.With(
        name.Split('.') is [var part, var field] ? [Launch.Entity[part], Launch.Entity[part].Child![field]] : [Launch.Entity[name]]));

    private static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);

    /// <param name="Mode">Of a page; null for an object.</param>
    private sealed record Read(int? Mode, int Limit, IReadOnlyList<(int Launch, int Depth)> Copies, DateTimeOffset ReadAt, string Address);

    private abstract class Known(DateTimeOffset readAt, string address, TimeSpan life)
    {
        public DateTimeOffset ReadAt { get; } = readAt;

        public string Address { get; } = address;

        public Stamp Stamp { get; set; } = new(readAt, readAt + life);
    }

    private sealed class Copy(int launch, int depth, DateTimeOffset readAt, string address) : Known(readAt, address, LaunchLife)
    {
        public int Launch { get; } = launch;

        public int Depth { get; } = depth;

        public bool Has(string[] need) => need.All(Depths[Depth].Contains);

        public override string ToString() => $"Launch {Launch} in depth {Depth} of {ReadAt:T} from {Address}";
    }

    private sealed class KnownPage(int mode, int limit, IReadOnlyList<int> rows, DateTimeOffset readAt, string address) : Known(readAt, address, ListLife)
    {
        public int Mode { get; } = mode;

        public int Limit { get; } = limit;

        public IReadOnlyList<int> Rows { get; } = rows;
    }
}
