using System.Net.Sockets;
using FlightGraph.StandIn;
using FlightGraph.StandIn.Data;

if (CommandLine.AsksForHelp(args))
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
    Console.WriteLine($"Told as of {options.Now ?? DataSet.ToldAsOf:yyyy-MM-dd HH:mm} UTC: {DataSet.Current.Census()}");
    Console.WriteLine($"Try:  curl '{server.BaseAddress}launches/?limit=1&mode=list'");
    Console.WriteLine("Stop: Ctrl+C");
    await server.WaitForShutdownAsync();
    return 0;
}
catch (Exception exception) when (exception is FixtureException or IOException or SocketException)
{
    // An address in use is an IOException, one that is not allowed a SocketException; both name neither option nor way out.
    Console.Error.WriteLine(exception.Message + (exception is FixtureException ? "" : " --port takes another port."));
    return 1;
}
