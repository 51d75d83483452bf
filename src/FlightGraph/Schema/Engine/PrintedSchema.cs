using GraphQL;
using GraphQL.Utilities;

namespace FlightGraph.Schema.Engine;

/// <summary>The schema as clients and reviewers read it: sorted, with descriptions.</summary>
internal static class PrintedSchema
{
    public static string Of(GatewaySchema schema)
    {
        schema.Initialize();
        return schema.Print(new PrintOptions { IncludeDescriptions = true, StringComparison = StringComparison.Ordinal })
            .ReplaceLineEndings("\n").TrimEnd() + "\n";
    }
}
