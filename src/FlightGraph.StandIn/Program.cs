using FlightGraph.StandIn;
using FlightGraph.StandIn.Data;

if (args.Contains("--help"))
{
    Console.WriteLine(CommandLine.Help);
    return 0;
}

if (CommandLine.Parse(args, Environment.GetEnvironmentVariables(), out var complaint) is not { } options)
{
    Console.Error.WriteLine(complaint);
    return 2;
}

try
{
    await using var server = await StandInServer.StartAsync(options);
    Console.WriteLine($"Stand-in for Launch Library 2.3.0 at {server.BaseAddress}");
    Console.WriteLine($"Behind it: {DataSet.Current.Census()}");
    Console.WriteLine($"Try:       curl '{server.BaseAddress}launches/?limit=1&mode=list'");
    await server.WaitForShutdownAsync();
    return 0;
}
catch (Exception exception) when (exception is FixtureException or IOException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
