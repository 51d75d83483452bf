using FlightGraph.StandIn.Contract;

namespace FlightGraph.StandIn.Data;

/// <summary>Reads the fixtures; the rules are in <c>Fixtures/readme.md</c>.</summary>
internal static class FixtureLoader
{
    /// <exception cref="FixtureException">The fixtures break a rule; it lists all breaches.</exception>
    public static DataSet Load(IReadOnlyList<FixtureSource> sources, LaunchLibraryContract contract)
    {
        var errors = new List<FixtureError>();
        var model = new EntityModel(contract);
        var binder = new FixtureBinder(model, errors);
        foreach (var source in sources)
        {
            if (FixtureParser.Parse(source, errors) is { } file)
                binder.Bind(source, file);
        }

        binder.Resolve();
        errors.AddRange(FixtureRules.Check(binder.Records));
        if (errors.Count > 0)
            throw new FixtureException([.. errors.OrderBy(error => (error.File, error.Line))]);

        return new DataSet(model, binder.Records);
    }
}
