using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQLParser.AST;

namespace FlightGraph.Schema.Engine.Scalars;

/// <summary>
/// <c>@specifiedBy</c>: the engine neither defines the directive nor shows its address in introspection, so both are added here.
/// </summary>
internal sealed class SpecifiedBy : BaseSchemaNodeVisitor
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

    public override void VisitObject(IObjectGraphType type, ISchema schema)
    {
        if (type.Name != "__Type" || type.Fields.Find("specifiedByURL") is not null)
            return;
        type.AddField(new FieldType
        {
            Name = "specifiedByURL",
            Description = "Where a scalar's format is specified; null for other types.",
            ResolvedType = new StringGraphType(),
            Resolver = new GraphQL.Resolvers.FuncFieldResolver<object?>(context =>
                (context.Source as ScalarGraphType)?.FindAppliedDirective(Name)?.FindArgument(Argument)?.Value),
        });
    }
}
