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
    public Pending<HydratedValue> Load(ResourceObject owner, EntityField field)
    {
        // A landing shows its stage without the landing, which is itself.
        if (owner.Parent is { } parent && field.Kind == FieldKind.Object && field.Child == parent.Entity && IsBackLink(field))
            return new(_ => Task.FromResult(new HydratedValue(FieldValue.Of(parent))));

        if (detours.FirstOrDefault(detour => detour.Field == field) is { } detour)
            return LoadByDetour(owner, detour);

        return HydrationRoute.Find(owner, field) is { } route
            ? Load(route, field, answer => route.Follow(answer)?[field] ?? FieldValue.Absent)
            : new(_ => Task.FromResult(new HydratedValue(FieldValue.Null, Missing)));
    }

    /// <summary>The only way back that no document carries.</summary>
    private static bool IsBackLink(EntityField field) => field is { Owner.Name: "FirstStage", Name: "landing" };

    private Pending<HydratedValue> LoadByDetour(ResourceObject owner, Detour detour)
    {
        var via = owner[detour.Via];
        if (via.Kind == FieldValueKind.Absent)
        {
            var first = Load(owner, detour.Via);
            return new(async cancellationToken => await first.GetAsync(cancellationToken) is { Error: null, Value: var value }
                ? await ByDetour(owner, detour, value).GetAsync(cancellationToken)
                : new HydratedValue(FieldValue.Null, Missing));
        }

        return ByDetour(owner, detour, via);
    }

    private Pending<HydratedValue> ByDetour(ResourceObject owner, Detour detour, FieldValue via) =>
        via is { Kind: FieldValueKind.Object, Object: { Id: { } id, Entity.Resource: { } resource } }
            ? Load(new HydrationRoute(resource, id, []), detour.List, answer => detour.Find(answer, owner)?[detour.Field] ?? FieldValue.Null)
            : new(_ => Task.FromResult(new HydratedValue(FieldValue.Null)));

    private Pending<HydratedValue> Load(HydrationRoute route, EntityField field, Func<ResourceObject, FieldValue> pick)
    {
        var projection = Projection.Nothing.With([.. route.Steps.Select(step => step.Field), field]);
        var answer = byId.LoadAsync(new Need(route.Resource, route.Id, projection, null), field.ToString());
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
