namespace FlightGraph.Hosting;

/// <summary>What Program takes, in words.</summary>
internal static class CommandLine
{
    public const string Help = """
        FlightGraph: a GraphQL gateway over Launch Library 2.

          dotnet FlightGraph.dll [--KEY=VALUE ...]   starts it
          dotnet FlightGraph.dll print-schema        prints the schema
          dotnet FlightGraph.dll --help              prints this

        Each KEY may also stand in appsettings.json or, with __ for :, in the environment. README.md lists them all; most wanted are

          --urls=http://localhost:5080               where it listens
          --Upstream:BaseAddress=embedded            which Launch Library 2 it asks: an address, or the embedded stand-in
          --Upstream:ApiKey=KEY                      the key that it shows there
        """;

    public static bool AsksForHelp(string[] args) => args.Any(argument => argument is "--help" or "-h" or "-?");
}
