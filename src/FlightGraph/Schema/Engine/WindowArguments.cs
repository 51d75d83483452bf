using System.Globalization;
using FlightGraph.Hosting;
using FlightGraph.Schema.Paging;
using GraphQL;

namespace FlightGraph.Schema.Engine;

/// <summary>Reads <c>first</c>, <c>last</c>, <c>after</c> and <c>before</c>.</summary>
internal static class WindowArguments
{
    /// <exception cref="GatewayError">A value that cannot be; the message names the range or what a cursor is.</exception>
    public static PageWindow Read(IResolveFieldContext context, string listIdentity)
    {
        var first = Size(context, "first");
        var last = Size(context, "last");
        if (first is not null && last is not null)
            throw new GatewayError(ErrorCodes.BadUserInput, "Give either 'first' or 'last', not both.");
        return new PageWindow(
            first ?? last ?? PageWindow.DefaultSize,
            Backwards: last is not null,
            Place(context, "after", listIdentity),
            Place(context, "before", listIdentity));
    }

    private static int? Size(IResolveFieldContext context, string name)
    {
        var size = context.GetArgument<int?>(name);
        return size is null or (>= 1 and <= PageWindow.MaxSize)
            ? size
            : throw new GatewayError(
                ErrorCodes.BadUserInput,
                $"Argument '{name}' must be from 1 to {PageWindow.MaxSize}; got {size.Value.ToString(CultureInfo.InvariantCulture)}.");
    }

    private static Cursor? Place(IResolveFieldContext context, string name, string listIdentity)
    {
        if (context.GetArgument<string?>(name) is not { } text)
            return null;
        return Cursor.Parse(text, listIdentity)
            ?? throw new GatewayError(ErrorCodes.InvalidCursor, $"Argument '{name}' must be a cursor that came with this same list, under the same filter and order.");
    }
}
