using FlightGraph.Upstream.Contract;

namespace FlightGraph.Upstream.Planning;

/// <summary>A call that a plan makes for some objects.</summary>
public abstract record Fetch(Resource Resource, ResourceMode? Mode, IReadOnlyList<Need> For);

/// <summary>One object by its id, in full.</summary>
public sealed record FetchOne(Need Need) : Fetch(Need.Resource, null, [Need]);

/// <summary>Objects by a list of ids.</summary>
/// <param name="Ids">Of the objects asked for: those needed, or those that hold them.</param>
public sealed record FetchByIds(Resource Resource, ResourceMode Mode, IReadOnlyList<string> Ids, IReadOnlyList<Need> For) : Fetch(Resource, Mode, For);

/// <summary>A page of a whole collection, which has the objects among its rows or in them.</summary>
/// <param name="Page">From 0.</param>
public sealed record FetchScan(Resource Resource, ResourceMode Mode, int Page, IReadOnlyList<Need> For) : Fetch(Resource, Mode, For);
