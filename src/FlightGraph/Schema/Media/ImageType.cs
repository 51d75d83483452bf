namespace FlightGraph.Schema.Media;

internal static class ImageType
{
    public static ObjectDefinition Definition { get; } = new(
        "Image",
        "A picture, with its author and the terms of its use.")
    {
        { "name", "String", "What it shows, such as `Earth (Apollo 17)`; `[AUTO]` in front means that the name was generated." },
        { "image_url", "URL", "The picture in full size." },
        { "thumbnail_url", "URL", "A small version for lists." },
        { "credit", "String", "Whom to name as the author, such as `NASA/Bill Ingalls`; null when unknown." },
        { "license", "ImageLicense", "The terms of its use." },
        { "single_use", "Boolean", "True when LL2 keeps the picture for one object only; false when several share it." },
        { "variants", "[ImageVariant!]", "Other versions of it, such as a logo for dark backgrounds. Usually empty." },
    };
}
