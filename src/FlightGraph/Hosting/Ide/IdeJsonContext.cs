using System.Text.Json.Serialization;

namespace FlightGraph.Hosting.Ide;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BananaCakePopConfig))]
[JsonSerializable(typeof(RuruSettings))]
internal sealed partial class IdeJsonContext : JsonSerializerContext;
