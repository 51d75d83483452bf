using System.Globalization;
using FlightGraph.Hosting;

namespace FlightGraph.Schema.Engine;

/// <summary>Reads ids from arguments, where they may be a node id or the upstream's own, text or number.</summary>
internal static class IdArgument
{
    /// <exception cref="GatewayError">It is no id of the type; the message says what one looks like.</exception>
    public static string Parse(object? value, CatalogueType type, string argument)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return NodeId.TryParse(text, type.Name, type.HasUuids, out var id)
            ? id
            : throw new GatewayError(ErrorCodes.BadUserInput, $"Argument '{argument}' must be {NodeId.Expected(type.Name, type.HasUuids)}; got \"{Shorten(text)}\".");
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
