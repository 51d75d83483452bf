using FlightGraph.Hosting;

// dotnet run --project src/FlightGraph -- print-schema > schema.graphql
if (args is ["print-schema"])
{
    Console.Write(GatewayApp.PrintSchema());
    return;
}

var app = await GatewayApp.BuildAsync(args);
await app.StartAsync();
Console.WriteLine(StartupMessage.Of(app));
await app.WaitForShutdownAsync();
