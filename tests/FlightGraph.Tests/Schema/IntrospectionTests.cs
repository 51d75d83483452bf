using System.Text.Json;
using FlightGraph.Tests.Support;

namespace FlightGraph.Tests.Schema;

/// <summary>What tools ask of a schema first.</summary>
public sealed class IntrospectionTests : IAsyncLifetime
{
    /// <summary>As graphql-js 16.11 writes it with each of its options switched on.</summary>
    private const string FullQuery = """
        query IntrospectionQuery {
          __schema {
            description
            queryType { name kind }
            mutationType { name kind }
            subscriptionType { name kind }
            types {
              ...FullType
            }
            directives {
              name
              description
              isRepeatable
              locations
              args(includeDeprecated: true) {
                ...InputValue
              }
            }
          }
        }

        fragment FullType on __Type {
          kind
          name
          description
          specifiedByURL
          isOneOf
          fields(includeDeprecated: true) {
            name
            description
            args(includeDeprecated: true) {
              ...InputValue
            }
            type {
              ...TypeRef
            }
            isDeprecated
            deprecationReason
          }
          inputFields(includeDeprecated: true) {
            ...InputValue
          }
          interfaces {
            ...TypeRef
          }
          enumValues(includeDeprecated: true) {
            name
            description
            isDeprecated
            deprecationReason
          }
          possibleTypes {
            ...TypeRef
          }
        }

        fragment InputValue on __InputValue {
          name
          description
          type { ...TypeRef }
          defaultValue
          isDeprecated
          deprecationReason
        }

        fragment TypeRef on __Type {
          kind
          name
          ofType {
            kind
            name
            ofType {
              kind
              name
              ofType {
                kind
                name
                ofType {
                  kind
                  name
                  ofType {
                    kind
                    name
                    ofType {
                      kind
                      name
                      ofType {
                        kind
                        name
                        ofType {
                          kind
                          name
                          ofType {
                            kind
                            name
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
        """;

    private ScriptedUpstream upstream = null!;
    private Gateway gateway = null!;

    public async Task InitializeAsync()
    {
        upstream = await ScriptedUpstream.StartAsync();
        gateway = await Gateway.StartAsync(upstream.BaseAddress);
    }

    public async Task DisposeAsync()
    {
        await gateway.DisposeAsync();
        Assert.Empty(upstream.Requests);
        await upstream.DisposeAsync();
    }

    [Fact]
    public async Task Full_Query_Of_Todays_Tools_Is_Answered()
    {
        var answer = await gateway.QueryAsync(FullQuery);

        Assert.Empty(answer.ErrorSummaries);
        Assert.Equal("Query", answer.At("__schema.queryType.name").GetString());
        Assert.NotNull(answer.At("__schema.description").GetString());
        Assert.Equal("https://www.rfc-editor.org/rfc/rfc3339", Type(answer, "DateTime").GetProperty("specifiedByURL").GetString());
        Assert.Equal(JsonValueKind.Null, Type(answer, "String").GetProperty("specifiedByURL").ValueKind);
    }

    [Fact]
    public async Task Only_A_Choice_Of_Names_Is_One_Of()
    {
        var answer = await gateway.QueryAsync(FullQuery);

        var inputs = Types(answer).Where(type => type.GetProperty("kind").GetString() == "INPUT_OBJECT").ToLookup(type => type.GetProperty("isOneOf").GetBoolean(), Name);
        Assert.Equal(["LaunchBy"], inputs[true]);
        Assert.Contains("LaunchFilter", inputs[false]);
    }

    /// <summary>A default is a literal of the schema language: an enum's value stands without quotes.</summary>
    [Fact]
    public async Task Defaults_Are_Literals()
    {
        var answer = await gateway.QueryAsync(FullQuery);

        var launches = Field(Type(answer, "Query"), "fields", "launches");
        Assert.Equal("ALL", Field(launches, "args", "window").GetProperty("defaultValue").GetString());
        Assert.Equal("ASC", Field(Type(answer, "LaunchOrder"), "inputFields", "direction").GetProperty("defaultValue").GetString());
        Assert.Equal(JsonValueKind.Null, Field(launches, "args", "first").GetProperty("defaultValue").ValueKind);
    }

    [Fact]
    public async Task Abstract_Types_Name_Their_Members()
    {
        var answer = await gateway.QueryAsync(FullQuery);

        Assert.Equal(["Location", "Pad"], Members("Place"));
        Assert.Equal(["PayloadFlight", "SpaceStation", "SpacecraftFlight"], Members("DockingVehicle"));
        Assert.Contains("Launch", Members("Node"));
        Assert.Contains("Node", Type(answer, "Pad").GetProperty("interfaces").EnumerateArray().Select(Name));

        string[] Members(string name) => [.. Type(answer, name).GetProperty("possibleTypes").EnumerateArray().Select(Name).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<JsonElement> Types(GraphQLAnswer answer) => answer.At("__schema.types").EnumerateArray();

    private static JsonElement Type(GraphQLAnswer answer, string name) => Types(answer).Single(type => Name(type) == name);

    private static JsonElement Field(JsonElement owner, string list, string name) => owner.GetProperty(list).EnumerateArray().Single(field => Name(field) == name);

    private static string Name(JsonElement named) => named.GetProperty("name").GetString()!;
}
