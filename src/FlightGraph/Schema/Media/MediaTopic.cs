namespace FlightGraph.Schema.Media;

internal static class MediaTopic
{
    public static Topic Topic { get; } = new(
        [
            ImageType.Definition,
            ImageLicenseType.Definition,
            ImageVariantType.Definition,
            InfoUrlType.Definition,
            VidUrlType.Definition,
        ],
        []);
}
