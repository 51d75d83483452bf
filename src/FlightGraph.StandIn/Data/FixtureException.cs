namespace FlightGraph.StandIn.Data;

/// <summary>The fixtures break their own rules. The message shows the first of the errors, a line each.</summary>
internal sealed class FixtureException(IReadOnlyList<FixtureError> errors) : Exception(Describe(errors))
{
    private const int Shown = 20;

    public IReadOnlyList<FixtureError> Errors { get; } = errors;

    private static string Describe(IReadOnlyList<FixtureError> errors)
    {
        var lines = errors.Take(Shown).Select(error => error.ToString())
            .Prepend($"The fixtures have {errors.Count} error{(errors.Count == 1 ? "" : "s")}:");
        return string.Join('\n', errors.Count > Shown ? lines.Append($"and {errors.Count - Shown} more.") : lines);
    }
}
