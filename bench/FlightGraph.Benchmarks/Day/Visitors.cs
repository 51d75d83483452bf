using System.Text.Json;

namespace FlightGraph.Benchmarks.Day;

/// <summary>Who asks what, and when. The same in each run of a plan, but for cursors, which come from answers.</summary>
internal sealed class Visitors(DayPlan plan, Catalogue catalogue)
{
    /// <summary>How many addresses they come from: some are offices and mobile networks with many people behind them.</summary>
    public const int Addresses = 150;

    private static readonly TimeSpan Around = TimeSpan.FromMinutes(40);

    private readonly Random random = new(plan.Seed);
    private readonly HashSet<Question> asked = [];
    private readonly string?[] cursors = new string?[32];
    private int tail;

    /// <summary>How often something was asked for the first time.</summary>
    public int Firsts => asked.Count;

    /// <summary>The moments of all queries.</summary>
    public IEnumerable<DateTimeOffset> Arrivals()
    {
        var slice = TimeSpan.FromMinutes(1);
        var weights = Enumerable.Range(0, (int)(plan.Length / slice)).Select(index => Rate(plan.Start + (index * slice))).ToArray();
        var perWeight = plan.QueriesPerHour * plan.Length.TotalHours / weights.Sum();
        var owed = 0.0;
        for (var index = 0; index < weights.Length; index++)
        {
            owed += weights[index] * perWeight;
            var count = (int)owed;
            owed -= count;
            foreach (var part in Enumerable.Range(0, count).Select(_ => random.NextDouble()).Order().ToList())
                yield return plan.Start + ((index + part) * slice);
        }
    }

    public (Question Question, int Address) Next(DateTimeOffset at)
    {
        // The square makes some addresses ten times as busy as others.
        var address = (int)(Addresses * Math.Pow(random.NextDouble(), 2));
        var question = random.NextDouble() < plan.Novelty && FirstOfTail() is { } first ? first : Usual(at);
        asked.Add(question);
        return (question is { Step: { } step } ? Walk(question, step) : question, address);
    }

    /// <summary>Learns where the next page of a walk begins.</summary>
    public void Learn(Question question, JsonElement data)
    {
        if (question.Step is not { } step || !data.TryGetProperty("launches", out var list) || list.ValueKind != JsonValueKind.Object)
            return;
        cursors[step + 1] = list.GetProperty("pageInfo").GetProperty("endCursor").GetString();
    }

    private Question? FirstOfTail()
    {
        while (tail < catalogue.Tail.Count)
        {
            if (catalogue.Tail[tail++] is var question && !asked.Contains(question))
                return question;
        }

        return null;
    }

    private Question Usual(DateTimeOffset at)
    {
        var surge = Surge(at);
        var place = random.NextDouble() * catalogue.Kinds.Sum(Weight);
        foreach (var kind in catalogue.Kinds)
        {
            place -= Weight(kind);
            if (place < 0)
                return kind.Draw(random);
        }

        return catalogue.Kinds[^1].Draw(random);

        double Weight(PageKind kind) => kind.Weight * (1 + ((kind.Surge - 1) * surge));
    }

    /// <summary>As deep as somebody has come before, and one page further.</summary>
    private Question Walk(Question question, int step)
    {
        var reached = Enumerable.Range(0, step + 1).Last(index => index == 0 || cursors[index] is not null);
        return question with { Step = reached, Variables = new { after = cursors[reached] } };
    }

    /// <summary>The evening in Europe and the afternoon in America are busiest; around the launch twice as many come.</summary>
    private double Rate(DateTimeOffset at) => 1 + (0.4 * Math.Cos((at.TimeOfDay.TotalHours - 18) / 24 * 2 * Math.PI)) + Surge(at);

    /// <summary>From none, 0, to all, 1.</summary>
    private double Surge(DateTimeOffset at) => Math.Exp(-Math.Pow((at - plan.Launch) / Around, 2));
}
