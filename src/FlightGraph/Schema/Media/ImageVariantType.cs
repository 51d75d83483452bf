namespace FlightGraph.Schema.Media;

internal static class ImageVariantType
{
    public static ObjectDefinition Definition { get; } = new(
        "ImageVariant",
        "Another version of a picture, made for a certain use.")
    {
        { "type", "ImageVariantType", "What the version was made for." },
        { "image_url", "URL", "The picture itself." },
    };
}
