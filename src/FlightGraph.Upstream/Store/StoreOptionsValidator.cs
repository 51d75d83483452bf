using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream.Store;

[OptionsValidator]
internal sealed partial class StoreOptionsValidator : IValidateOptions<StoreOptions>;
