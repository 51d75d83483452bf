using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace FlightGraph.Schema.Engine.Scalars;

/// <summary><c>@specifiedBy</c>, which the engine does not define itself.</summary>
internal static class SpecifiedBy
{
    private const string Name = "specifiedBy";
    private const string Argument = "url";

    public static Directive Directive { get; } = new(Name, DirectiveLocation.Scalar)
    {
        Description = "Where the scalar's format is specified.",
        Arguments = new QueryArguments(new QueryArgument(new NonNullGraphType(new StringGraphType()))
        {
            Name = Argument,
            Description = "The specification's address.",
        }),
    };

    public static void Apply(ScalarGraphType scalar, string specification) => scalar.ApplyDirective(Name, Argument, specification);

    public static string? Of(object? type) => (type as ScalarGraphType)?.FindAppliedDirective(Name)?.FindArgument(Argument)?.Value as string;
}
