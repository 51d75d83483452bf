using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream.Freshness;

/// <summary>A misspelt row must not pass for one that has its default.</summary>
internal sealed class FreshnessLivesValidator : IValidateOptions<FreshnessOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    public ValidateOptionsResult Validate(string? name, FreshnessOptions options)
    {
        string[] rows = [.. FreshnessTable.All.Select(row => row.Name)];
        string[] failures =
        [
            .. options.Lives.Keys.Where(key => !rows.Contains(key, StringComparer.OrdinalIgnoreCase))
                .Select(key => $"There is no setting Freshness:Lives:{key}; the lives are {string.Join(", ", rows)}."),
            .. options.Lives.Where(life => life.Value < Shortest || life.Value > Longest)
                .Select(life => $"Freshness:Lives:{life.Key} must be from {Shortest:c} to {Longest:c}, not {life.Value:c}."),
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
