using System.Globalization;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream;

internal sealed class UpstreamTimeoutValidator : IValidateOptions<UpstreamOptions>
{
    public ValidateOptionsResult Validate(string? name, UpstreamOptions options) =>
        options.AttemptTimeout <= options.Timeout
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(string.Create(
                CultureInfo.InvariantCulture,
                $"Upstream:AttemptTimeout must not be longer than Upstream:Timeout, but {options.AttemptTimeout} is longer than {options.Timeout}."));
}
