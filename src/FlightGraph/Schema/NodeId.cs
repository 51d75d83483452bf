using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FlightGraph.Schema;

/// <summary>The one place where the ids that clients see, <c>Agency:63</c>, and the upstream's are turned into each other.</summary>
internal static class NodeId
{
    public static string Format(string typeName, string upstreamId) => $"{typeName}:{upstreamId}";

    /// <summary>Reads either form. The upstream's own may come as a number.</summary>
    /// <param name="text">What the client sent.</param>
    /// <param name="typeName">The type that is wanted.</param>
    /// <param name="isUuid">Whether the type's ids are UUIDs, else whole numbers.</param>
    /// <param name="upstreamId">The upstream's id in its own spelling.</param>
    public static bool TryParse(string text, string typeName, bool isUuid, [NotNullWhen(true)] out string? upstreamId)
    {
        upstreamId = null;
        var plain = text.StartsWith(typeName + ":", StringComparison.Ordinal) ? text[(typeName.Length + 1)..] : text;
        if (isUuid)
        {
            if (Guid.TryParseExact(plain, "D", out var uuid))
                upstreamId = uuid.ToString("D");
        }
        else if (int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            upstreamId = number.ToString(CultureInfo.InvariantCulture);
        }

        return upstreamId is not null;
    }

    /// <summary>What an argument of that type may be, for error messages.</summary>
    public static string Expected(string typeName, bool isUuid) => isUuid
        ? $"a node id such as \"{typeName}:0d0acc45-bcf8-4d06-8093-be999f9233ba\" or that UUID alone"
        : $"a node id such as \"{typeName}:63\" or a whole number from 0 to {int.MaxValue.ToString(CultureInfo.InvariantCulture)}";
}
