using System.Text;
using System.Text.Json;
using FlightGraph.Tests.Support;
using Xunit.Abstractions;

namespace FlightGraph.Tests.Flights;

/// <summary>Launch Library 2's own document of flight 358, Vostok 5, through the gateway and back.</summary>
public sealed class SeedDocumentTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_Value_Comes_Back_Equal_In_One_Call()
    {
        if (!SharedFacts.TryFind("seed-flight-358.json", output, out var path))
            return;
        var text = await File.ReadAllTextAsync(path);
        var document = JsonDocument.Parse(text).RootElement;
        await using var upstream = await ScriptedUpstream.StartAsync();
        upstream.On("spacecraft_flights/358/", text);
        await using var gateway = await Gateway.StartAsync(upstream.BaseAddress);

        var query = new StringBuilder("{ spacecraftFlight(id: \"358\") ");
        Select(document, query);
        var answer = await gateway.QueryAsync(query.Append('}').ToString());

        Assert.Empty(answer.ErrorSummaries);
        var compared = Compare(document, answer.At("spacecraftFlight"), "flight");
        output.WriteLine($"{compared} values equal.");
        Assert.True(compared > 400, $"Only {compared} values were compared.");
        Assert.Equal(["spacecraft_flights/358/"], upstream.Requests);
    }

    /// <summary>Asks for all that the document has, at every depth. The items of a list have equal fields.</summary>
    private static void Select(JsonElement value, StringBuilder query)
    {
        query.Append("{ ");
        foreach (var property in Content(value))
        {
            if (property.Name == "id")
            {
                query.Append("id launchLibraryId ");
                continue;
            }

            query.Append(CamelCase(property.Name)).Append(' ');
            if (property.Value is { ValueKind: JsonValueKind.Object } nested)
                Select(nested, query);
            else if (property.Value.ValueKind == JsonValueKind.Array)
                Select(property.Value, property.Name, query);
            else if (property.Value.ValueKind == JsonValueKind.Null && IsObject(property.Name))
                query.Append("{ __typename } ");
        }

        query.Append("} ");
    }

    private static void Select(JsonElement list, string name, StringBuilder query)
    {
        if (list.GetArrayLength() > 0)
            Select(list[0], query);
        else
            query.Append(name is "variants" or "family" or "agencies" or "info_urls" or "vid_urls" or "mission_patches" or "onboard_crew" or "docking_events" or "social_media_links"
                ? "{ __typename } "
                : throw new InvalidOperationException($"What is in the empty list '{name}'?"));
    }

    /// <summary>Which of the document's nulls stand for objects, whose fields GraphQL wants selected.</summary>
    private static bool IsObject(string name) => name is "net_precision" or "image" or "location";

    private static int Compare(JsonElement expected, JsonElement actual, string path)
    {
        var compared = 0;
        foreach (var property in Content(expected))
        {
            var here = $"{path}.{property.Name}";
            if (property.Name == "id")
            {
                Assert.True(Same(property.Value, actual.GetProperty("launchLibraryId")), here);
                Assert.EndsWith($":{property.Value}", actual.GetProperty("id").GetString());
                compared++;
                continue;
            }

            var value = actual.GetProperty(CamelCase(property.Name));
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.Object:
                    compared += Compare(property.Value, value, here);
                    break;
                case JsonValueKind.Array:
                    Assert.Equal(property.Value.GetArrayLength(), value.GetArrayLength());
                    compared += 1 + property.Value.EnumerateArray().Zip(value.EnumerateArray()).Sum(pair => Compare(pair.First, pair.Second, here));
                    break;
                default:
                    Assert.True(Same(Meaning(property), value), $"{here}: {property.Value} came back as {value}");
                    compared++;
                    break;
            }
        }

        return compared;
    }

    /// <summary>The three spellings that the upstream has for what it means otherwise.</summary>
    private static JsonElement Meaning(JsonProperty property) => property switch
    {
        { Value: { ValueKind: JsonValueKind.String } text } when text.GetString() == "" => JsonDocument.Parse("null").RootElement,
        { Name: "probability", Value: { ValueKind: JsonValueKind.Number } number } when number.GetInt32() == -1 => JsonDocument.Parse("null").RootElement,
        { Name: "length_of_day", Value: { ValueKind: JsonValueKind.String } text } when text.GetString() == "1 00:00:00" => JsonDocument.Parse("\"P1D\"").RootElement,
        _ => property.Value,
    };

    private static bool Same(JsonElement expected, JsonElement actual) => expected.ValueKind == JsonValueKind.Number
        ? actual.ValueKind == JsonValueKind.Number && expected.GetDouble().Equals(actual.GetDouble())
        : JsonElement.DeepEquals(expected, actual);

    private static IEnumerable<JsonProperty> Content(JsonElement value) =>
        value.EnumerateObject().Where(property => property.Name is not ("url" or "response_mode"));

    private static string CamelCase(string name)
    {
        var parts = name.Split('_');
        return parts[0] + string.Concat(parts.Skip(1).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }
}
