using System.Globalization;
using GraphQL.Types;

namespace FlightGraph.Schema.Engine.Scalars;

/// <summary>The scalars that GraphQL itself does not have.</summary>
internal static class GatewayScalars
{
    public static IReadOnlyList<ScalarGraphType> Create() =>
    [
        new TextScalar(
            "DateTime",
            "An instant in UTC, to the second, such as `1963-06-14T11:58:58Z`. How exact a launch's time really is says its `netPrecision`.",
            "https://www.rfc-editor.org/rfc/rfc3339",
            text => DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)),
        new TextScalar(
            "Date",
            "A day without a time, such as `1934-08-02`.",
            "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
            text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)),
        new TextScalar(
            "Duration",
            "A length of time in the notation of ISO 8601 with days as its largest unit: `P4DT23H7M2S` is 4 days, 23 hours, 7 minutes, 2 seconds.",
            "https://www.rfc-editor.org/rfc/rfc3339#appendix-A",
            text => text.StartsWith('P') || text.StartsWith("-P", StringComparison.Ordinal)),
        new TextScalar(
            "URL",
            "An absolute web address, http or https.",
            "https://url.spec.whatwg.org/",
            text => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"),
        new TextScalar(
            "UUID",
            "A universally unique identifier, such as `0d0acc45-bcf8-4d06-8093-be999f9233ba`.",
            "https://www.rfc-editor.org/rfc/rfc9562",
            text => Guid.TryParseExact(text, "D", out _)),
        LongScalar(),
    ];

    private static LongGraphType LongScalar()
    {
        var scalar = new LongGraphType
        {
            Name = "Long",
            Description = "A whole number from -2^63 to 2^63 - 1, for what `Int` is too small for, such as prices.",
        };
        SpecifiedBy.Apply(scalar, "https://scalars.graphql.org/jakobmerrild/long.html");
        return scalar;
    }
}
