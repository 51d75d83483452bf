using FlightGraph.Benchmarks.Calls;

switch (args)
{
    case ["calls", .. var options]:
        return await CallsCommand.RunAsync(options);
    default:
        Console.Error.WriteLine("Which command? calls [--check]");
        return 2;
}
