using FlightGraph.Benchmarks.Calls;
using FlightGraph.Benchmarks.Day;
using FlightGraph.Benchmarks.Store;

switch (args)
{
    case ["calls", .. var options]:
        return await CallsCommand.RunAsync(options);
    case ["day", .. var options]:
        return await DayCommand.RunAsync(options);
    case ["store", .. var options]:
        return await StoreCommand.RunAsync(options);
    default:
        Console.Error.WriteLine("Which command? calls [--check], store [--check] or day [--check]");
        return 2;
}
