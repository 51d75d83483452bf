namespace FlightGraph.Schema.Media;

internal static class ImageLicenseType
{
    public static ObjectDefinition Definition { get; } = new(
        "ImageLicense",
        "Terms under which a picture may be used.")
    {
        { "name", "String", "Short name, such as `CC BY-SA 4.0` or `NASA Image and Media Guidelines`; `Unknown` gives no permission." },
        { "priority", "Int", "A rank for choosing between pictures, seen from 0 (`NASA Image and Media Guidelines`) to 9 (`Unknown`)." },
        { "link", "URL", "The full text of the terms; null when there is none." },
    };
}
