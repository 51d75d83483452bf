using FlightGraph.Upstream;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.Schema.Paging;

/// <summary>Makes one more call.</summary>
internal delegate Task<UpstreamResult<ResourcePage>> Read(PageRequest request);
