using System.Text.Json;

namespace FlightGraph.Upstream.Budget;

/// <summary>What the upstream says of its own count. Whom it counts, an address or a key, is not read.</summary>
/// <param name="Limit">The most calls in a window.</param>
/// <param name="Window">After that time a call no longer counts.</param>
/// <param name="Use">The calls that count now.</param>
/// <param name="NextUseIn">When a call is allowed again; zero if now.</param>
internal sealed record ThrottleReport(int Limit, TimeSpan Window, int Use, TimeSpan NextUseIn)
{
    private static readonly TimeSpan MaxWindow = TimeSpan.FromDays(7);

    /// <summary>When the oldest call of a full window no longer counts; null while it is not full.</summary>
    public TimeSpan? FirstFreeIn => Use >= Limit && NextUseIn > TimeSpan.Zero ? NextUseIn : null;

    /// <summary>Reads one object, or a list of one. Null when it is not what we know, or makes no sense.</summary>
    public static ThrottleReport? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 1)
                root = root[0];
            return root.ValueKind == JsonValueKind.Object
                && Number(root, "your_request_limit") is > 0 and var limit && Number(root, "limit_frequency_secs") is > 0 and var window
                && Number(root, "current_use") is >= 0 and var use && window <= MaxWindow.TotalSeconds
                ? new ThrottleReport(limit, TimeSpan.FromSeconds(window), use, TimeSpan.FromSeconds(Math.Clamp(Number(root, "next_use_secs") ?? 0, 0, window)))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Parts of a second count as a whole one.</summary>
    private static int? Number(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number is >= int.MinValue and <= int.MaxValue - 1
            ? (int)Math.Ceiling(number)
            : null;
}
