using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream;

[OptionsValidator]
internal sealed partial class UpstreamOptionsValidator : IValidateOptions<UpstreamOptions>;
