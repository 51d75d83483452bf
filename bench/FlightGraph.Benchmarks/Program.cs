using FlightGraph.Benchmarks.Calls;
using FlightGraph.Benchmarks.Store;

switch (args)
{
    case ["calls", .. var options]:
        return await CallsCommand.RunAsync(options);
    case ["store", .. var options]:
        return await StoreCommand.RunAsync(options);
    default:
        Console.Error.WriteLine("Which command? calls [--check] or store [--check]");
        return 2;
}
