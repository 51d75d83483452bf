using System.Globalization;

namespace FlightGraph.Upstream.Documents;

internal static class ResourceObjectExtensions
{
    /// <summary>A field's moment in UTC; null where the document does not tell it, or tells something else there.</summary>
    /// <param name="name">The upstream's name of the field, <c>last_updated</c>.</param>
    public static DateTimeOffset? MomentOf(this ResourceObject value, string name) =>
        value.Entity.Find(name) is { } field && value[field] is { Kind: FieldValueKind.Scalar } found
        && DateTimeOffset.TryParse(found.GetText(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.ToUniversalTime()
            : null;
}
