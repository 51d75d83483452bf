using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream;

/// <summary>The rules that attributes cannot say. Messages never repeat the key, nor an address that may hold one.</summary>
internal sealed class UpstreamAddressValidator : IValidateOptions<UpstreamOptions>
{
    public ValidateOptionsResult Validate(string? name, UpstreamOptions options)
    {
        if (!Uri.TryCreate(options.BaseAddress, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return ValidateOptionsResult.Fail("Upstream:BaseAddress must be 'embedded' or an absolute http or https address such as https://ll.thespacedevs.com/2.3.0/.");
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            return ValidateOptionsResult.Fail("Upstream:BaseAddress must have no user, query or fragment; a key belongs into Upstream:ApiKey.");
        if (options.ApiKey is { } key && key.Any(c => c is <= ' ' or > '~'))
            return ValidateOptionsResult.Fail("Upstream:ApiKey must be printable ASCII without blanks.");
        return ValidateOptionsResult.Success;
    }
}
