using System.Globalization;
using GraphQL;

namespace FlightGraph.Schema.Engine;

/// <summary>
/// Keeps lists of errors readable, and small: a document of one kilobyte can have thousands. What is left out is counted in
/// a last error.
/// </summary>
internal static class ErrorCap
{
    /// <summary>Of a document or request that was refused: the first mistakes make the others plain.</summary>
    private const int OfRequest = 5;

    /// <summary>Of fields of an answer: clients look theirs up by path.</summary>
    private const int OfFields = 100;

    public static ExecutionResult Apply(ExecutionResult result)
    {
        var most = result.Executed ? OfFields : OfRequest;
        if (result.Errors is not { } errors || errors.Count <= most)
            return result;

        var last = new GatewayError(
            GatewayErrorInfoProvider.CodeOf(errors[most]), $"And {(errors.Count - most).ToString("N0", CultureInfo.InvariantCulture)} more errors, which are left out.");
        result.Errors = [.. errors.Take(most), last];
        return result;
    }
}
