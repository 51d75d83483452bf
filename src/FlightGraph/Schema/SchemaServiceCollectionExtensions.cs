using FlightGraph.DataLoaders;
using FlightGraph.Schema.Agencies;
using FlightGraph.Schema.Astronauts;
using FlightGraph.Schema.Engine;
using FlightGraph.Schema.Events;
using FlightGraph.Schema.Flights;
using FlightGraph.Schema.Launchers;
using FlightGraph.Schema.Launches;
using FlightGraph.Schema.Media;
using FlightGraph.Schema.Payloads;
using FlightGraph.Schema.Places;
using FlightGraph.Schema.Programs;
using FlightGraph.Schema.Shared;
using FlightGraph.Schema.Spacecraft;
using FlightGraph.Schema.Starship;
using FlightGraph.Schema.Stations;
using FlightGraph.Schema.Status;
using FlightGraph.Schema.Throttle;
using FlightGraph.Schema.Vocabularies;
using FlightGraph.Upstream.Contract;
using GraphQL;

namespace FlightGraph.Schema;

internal static class SchemaServiceCollectionExtensions
{
    /// <summary>Every topic folder, once.</summary>
    public static IReadOnlyList<Topic> Topics { get; } =
    [
        AgencyTopic.Topic, AstronautTopic.Topic, EventTopic.Topic, FlightTopic.Topic, LauncherTopic.Topic, LaunchTopic.Topic, MediaTopic.Topic,
        PayloadTopic.Topic, PlaceTopic.Topic, ProgramTopic.Topic, SharedTopic.Topic, SpacecraftTopic.Topic, StarshipTopic.Topic,
        StationTopic.Topic, ThrottleTopic.Topic, VocabularyTopic.Topic,
    ];

    public static IServiceCollection AddSchema(this IServiceCollection services)
    {
        services.AddSingleton(provider => new SchemaCatalogue(provider.GetRequiredService<UpstreamContract>(), Topics));
        services.AddSingleton<DocumentMemory>();
        services.AddDataLoaders();
        services.AddSingleton<UpstreamStatusReader>();
        services.AddSingleton<OperationContextFactory>();
        services.AddSingleton<OperationRunner>();
        services.AddGraphQL(engine => engine
            .AddSchema<GatewaySchema>()
            .AddErrorInfoProvider<GatewayErrorInfoProvider>()
            .AddSystemTextJson(options => options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
        return services;
    }
}
