using FlightGraph.Upstream;
using FlightGraph.Upstream.Contract;
using FlightGraph.Upstream.Documents;
using FlightGraph.Upstream.Planning;
using FlightGraph.Upstream.Requests;

namespace FlightGraph.DataLoaders;

/// <summary>Turns stubs into full resources: finds out where an absent field is known, and asks there.</summary>
internal sealed class Hydrator(UpstreamContract contract, ResourceByIdDataLoader byId)
{
    private static readonly UpstreamError Missing = new(UpstreamErrorKind.Malformed, "The upstream left the field out even of the full document.");

    private readonly IReadOnlyList<Detour> detours = Detour.In(contract);

    /// <summary>The value of a field that the document at hand does not have.</summary>
    /// <param name="purpose">The field that asks, as a schema coordinate.</param>
    public Pending<HydratedValue> Load(ResourceObject owner, EntityField field, string purpose)
    {
        if (BackLink.Follow(owner, field) is { } holder)
            return new(_ => Task.FromResult(new HydratedValue(FieldValue.Of(holder))));

        if (detours.FirstOrDefault(detour => detour.Field == field) is { } detour)
            return LoadByDetour(owner, detour, purpose);

        return HydrationRoute.Find(owner, field) is { } route
            ? Load(route, field, purpose, answer => route.Follow(answer)?[field] ?? FieldValue.Absent)
            : new(_ => Task.FromResult(new HydratedValue(FieldValue.Null, Missing)));
    }

    private Pending<HydratedValue> LoadByDetour(ResourceObject owner, Detour detour, string purpose)
    {
        var via = owner[detour.Via];
        if (via.Kind == FieldValueKind.Absent)
        {
            var first = Load(owner, detour.Via, purpose);
            return new(async cancellationToken => await first.GetAsync(cancellationToken) is { Error: null, Value: var value }
                ? await ByDetour(owner, detour, value, purpose).GetAsync(cancellationToken)
                : new HydratedValue(FieldValue.Null, Missing));
        }

        return ByDetour(owner, detour, via, purpose);
    }

    private Pending<HydratedValue> ByDetour(ResourceObject owner, Detour detour, FieldValue via, string purpose) =>
        via is { Kind: FieldValueKind.Object, Object: { Id: { } id, Entity.Resource: { } resource } }
            ? Load(new HydrationRoute(resource, id, []), detour.List, purpose, answer => detour.Find(answer, owner)?[detour.Field] ?? FieldValue.Null)
            : new(_ => Task.FromResult(new HydratedValue(FieldValue.Null)));

    private Pending<HydratedValue> Load(HydrationRoute route, EntityField field, string purpose, Func<ResourceObject, FieldValue> pick)
    {
        var projection = Projection.Nothing.With([.. route.Steps.Select(step => step.Field), field]);
        var answer = byId.LoadAsync(new Need(route.Resource, route.Id, projection, null), purpose);
        return new(async cancellationToken =>
        {
            byId.Dispatch(cancellationToken);
            var result = await answer;
            if (result.Error is { } error)
                return new HydratedValue(FieldValue.Null, error);
            if (!result.IsFound)
                return new HydratedValue(FieldValue.Null, new UpstreamError(UpstreamErrorKind.Malformed, $"The upstream names {route.Resource.Entity.Name}:{route.Id} but does not have it."));
            var value = pick(result.Value);
            return value.Kind == FieldValueKind.Absent ? new HydratedValue(FieldValue.Null, Missing) : new HydratedValue(value);
        });
    }
}
