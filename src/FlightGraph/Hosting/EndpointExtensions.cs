using FlightGraph.Hosting.Ide;

namespace FlightGraph.Hosting;

internal static class EndpointExtensions
{
    public static void MapFlightGraph(this WebApplication app)
    {
        var endpoint = app.Services.GetRequiredService<GraphQLEndpoint>();
        app.MapMethods(GraphQLEndpoint.Path, [HttpMethods.Get, HttpMethods.Post], endpoint.HandleAsync);
        app.MapIde();
    }
}
