using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace FlightGraph.Hosting;

/// <summary>Tells a start that the configuration spoiled from one that a fault of ours did.</summary>
internal static class StartFailure
{
    /// <summary>What is wrong with the configuration, in one line; null when the exception is about something else.</summary>
    public static string? Explain(Exception error)
    {
        var message = error switch
        {
            OptionsValidationException invalid => string.Join(' ', invalid.Failures),
            // The framework's complaints about addresses to listen at, ports in use, and files that are no JSON.
            FormatException or IOException or InvalidDataException => error.Message,
            SocketException => $"Nothing can listen at an address in 'urls': {error.Message}.",
            ArgumentOutOfRangeException { ParamName: "port" } => "A port in 'urls' is a number from 0 to 65535.",
            // A bug of ours may throw it as well, so it counts from those only who read configuration.
            InvalidOperationException
            {
                Source: "Microsoft.Extensions.Configuration.Binder" or "Microsoft.Extensions.Logging.Configuration" or "Microsoft.AspNetCore.Server.Kestrel.Core"
            } => error.Message,
            _ => null,
        };
        return message is null ? null : $"FlightGraph cannot start: {message.ReplaceLineEndings(" ")}";
    }
}
