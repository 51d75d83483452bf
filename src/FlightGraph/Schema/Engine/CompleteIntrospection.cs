using FlightGraph.Schema.Engine.Scalars;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;

namespace FlightGraph.Schema.Engine;

/// <summary>Adds to introspection what today's tools ask for and the engine leaves out.</summary>
internal sealed class CompleteIntrospection : BaseSchemaNodeVisitor
{
    public override void VisitObject(IObjectGraphType type, ISchema schema)
    {
        if (type.Name == "__Type" && type.Fields.Find("specifiedByURL") is null)
        {
            Add(type, "specifiedByURL", "Where a scalar's format is specified; null for other types.", new StringGraphType(), SpecifiedBy.Of);
        }
        else if (type.Name == "__Directive")
        {
            if (type.Fields.Find("isRepeatable") is null)
                Add(type, "isRepeatable", "Whether the directive may stand several times at one place.", new NonNullGraphType(new BooleanGraphType()), source => ((Directive)source!).Repeatable);
            // No directive here has a deprecated argument, so there is none to leave out.
            if (type.Fields.Find("args") is { } args && args.Arguments?.Find("includeDeprecated") is null)
                (args.Arguments ??= []).Add(new QueryArgument(new BooleanGraphType()) { Name = "includeDeprecated", DefaultValue = false, Description = "Whether to list deprecated arguments too." });
        }
    }

    private static void Add(IObjectGraphType type, string name, string description, IGraphType fieldType, Func<object?, object?> read) =>
        type.AddField(new FieldType { Name = name, Description = description, ResolvedType = fieldType, Resolver = new FuncFieldResolver<object?>(context => read(context.Source)) });
}
