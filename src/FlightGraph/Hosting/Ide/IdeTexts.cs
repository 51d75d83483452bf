namespace FlightGraph.Hosting.Ide;

/// <summary>The texts from the folder <c>Ide</c>, as the build put them into the assembly.</summary>
internal static class IdeTexts
{
    public static string FirstQuery { get; } = Read("first-query.graphql");

    /// <summary>With <c>{{settings}}</c> where its settings belong.</summary>
    public static string FallbackPage { get; } = Read("fallback.html");

    private static string Read(string name)
    {
        // Never null: both names stand in Ide.targets.
        using var reader = new StreamReader(typeof(IdeTexts).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
