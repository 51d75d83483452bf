using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace FlightGraph.Upstream.Archive;

/// <summary>Whether <see cref="CacheOptions.Redis"/> can be read, which shows at the start. The message never repeats it: it may hold a password.</summary>
internal sealed class RedisAddressValidator : IValidateOptions<CacheOptions>
{
    public ValidateOptionsResult Validate(string? name, CacheOptions options)
    {
        try
        {
            return string.IsNullOrEmpty(options.Redis) || ConfigurationOptions.Parse(options.Redis).EndPoints.Count > 0
                ? ValidateOptionsResult.Success
                : Failed();
        }
        catch (Exception error) when (error is ArgumentException or FormatException or OverflowException)
        {
            return Failed();
        }
    }

    private static ValidateOptionsResult Failed() =>
        ValidateOptionsResult.Fail("Cache:Redis must be host:port, behind which options of StackExchange.Redis may follow, each after a comma.");
}
