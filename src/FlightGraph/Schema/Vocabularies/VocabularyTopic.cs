namespace FlightGraph.Schema.Vocabularies;

internal static class VocabularyTopic
{
    public static Topic Topic { get; } = new(VocabularyTypes.All, []);
}
