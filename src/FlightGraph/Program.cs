using FlightGraph.Hosting;

if (CommandLine.AsksForHelp(args))
{
    Console.WriteLine(CommandLine.Help);
    return 0;
}

// dotnet run --project src/FlightGraph -- print-schema > schema.graphql
if (args is ["print-schema"])
{
    Console.Write(GatewayApp.PrintSchema());
    return 0;
}

WebApplication app;
try
{
    app = await GatewayApp.BuildAsync(args);
    await app.StartAsync();
}
catch (Exception error) when (StartFailure.Explain(error) is { } explanation)
{
    Console.Error.WriteLine(explanation);
    return 1;
}

Console.WriteLine(StartupMessage.Of(app));
await app.WaitForShutdownAsync();
return 0;
