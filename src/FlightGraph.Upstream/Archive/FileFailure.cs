using Microsoft.Data.Sqlite;

namespace FlightGraph.Upstream.Archive;

/// <summary>Says why a file could not be used, in words that name no folder of the machine: operators know what they have configured.</summary>
internal static class FileFailure
{
    public static string Reason(Exception error) =>
        // SQLite's own messages name no files; the framework's do.
        error is SqliteException ? error.Message : error.GetType().Name;
}
