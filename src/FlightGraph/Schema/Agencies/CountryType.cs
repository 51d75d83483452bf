namespace FlightGraph.Schema.Agencies;

internal static class CountryType
{
    public static ObjectDefinition Definition { get; } = new(
        "Country",
        "A country, with its codes and the words for its people.")
    {
        { "name", "String", "Common English name, such as `United States of America`." },
        { "alpha_2_code", "String", "Two-letter code of ISO 3166-1, such as `US`." },
        { "alpha_3_code", "String", "Three-letter code of ISO 3166-1, such as `USA`." },
        { "nationality_name", "String", "Adjective for somebody from there, such as `French`." },
        { "nationality_name_composed", "String", "First half of a compound adjective: `Franco` as in Franco-German." },
    };
}
