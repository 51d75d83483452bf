using Microsoft.Extensions.Options;

namespace FlightGraph.Hosting;

[OptionsValidator]
internal sealed partial class LimitOptionsValidator : IValidateOptions<LimitOptions>;
