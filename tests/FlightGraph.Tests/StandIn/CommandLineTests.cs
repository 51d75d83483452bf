using System.Collections;
using System.Text.RegularExpressions;
using FlightGraph.StandIn;
using FlightGraph.StandIn.Http.Faults;

namespace FlightGraph.Tests.StandIn;

public sealed partial class CommandLineTests
{
    private const string FaultTakes =
        "A fault takes status=300..599, path=, rate=0..1, count=, seed=, seconds=, retry-after= a number or date, garbage, none, body, "
        + "size=1..4096 and to= an address, not ";

    [Fact]
    public void Options_Are_Read()
    {
        var options = Parse(
            "--port 0 --latency 100-400 --throttle=15 --throttle-window 60 --unordered shuffle --shift 3 "
            + "--fault html --fault status=503,rate=0.1");

        Assert.Equal(0, options.Port);
        Assert.Equal(TimeSpan.FromMilliseconds(100), options.Latency);
        Assert.Equal(TimeSpan.FromMilliseconds(400), options.LatencyUpTo);
        Assert.Equal(15, options.Throttle);
        Assert.Equal(TimeSpan.FromMinutes(1), options.ThrottleWindow);
        Assert.True(options.Shuffle);
        Assert.Equal(3, options.Shift);
        Assert.Equal(["html", "status=503,rate=0.1"], options.Faults);
    }

    [Fact]
    public void Port_Is_5081_Unless_Asked_For() => Assert.Equal(5081, Parse("").Port);

    [Theory]
    [InlineData("2024-06-01", "2024-06-01T00:00:00Z")]
    [InlineData("2024-06-01T12:30Z", "2024-06-01T12:30:00Z")]
    [InlineData("2024-06-01T12:30", "2024-06-01T12:30:00Z")]
    [InlineData("2024-06-01T12:30:15+02:00", "2024-06-01T10:30:15Z")]
    public void Now_Is_A_Time_In_Utc(string text, string time) =>
        Assert.Equal(DateTimeOffset.Parse(time), Parse($"--now {text}").Now);

    [Fact]
    public void Now_Can_Be_The_Start_Of_The_Program()
    {
        var before = TimeProvider.System.GetUtcNow();

        var now = Parse("--now clock").Now;

        Assert.InRange(Assert.NotNull(now), before, TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public void Now_Is_Left_To_The_Data_Unless_Asked_For() => Assert.Null(Parse("").Now);

    [Theory]
    [InlineData("--help", true)]
    [InlineData("--port 0 -h", true)]
    [InlineData("--port 0", false)]
    public void Help_Is_Asked_For_Anywhere(string line, bool asked) =>
        Assert.Equal(asked, CommandLine.AsksForHelp(line.Split(' ')));

    [Fact]
    public void Help_Shows_Values_That_Are_Taken()
    {
        var shown = ShownOption().Matches(CommandLine.Help).Select(match => match.Value.Trim()).ToArray();

        Assert.True(shown.Length >= 8);
        Assert.All(shown, option => Parse(option.Replace("KIND[,...]", "html")));
    }

    [Fact]
    public void Command_Line_Stands_Above_The_Environment()
    {
        var environment = new Hashtable
        {
            ["STANDIN_THROTTLE_WINDOW"] = "30",
            ["STANDIN_THROTTLE"] = "9",
            ["STANDIN_FAULT"] = "html;hang",
            ["PATH"] = "/bin",
        };

        var options = CommandLine.Parse(["--throttle", "15"], environment, out _);

        Assert.Equal(15, options?.Throttle);
        Assert.Equal(TimeSpan.FromSeconds(30), options?.ThrottleWindow);
        Assert.Equal(["html", "hang"], options?.Faults);
    }

    [Theory]
    [InlineData("--port x", "--port takes a whole number, 0 or more, not 'x'.")]
    [InlineData("--port 70000", "A port is a number from 0 to 65535, not 70000.")]
    [InlineData("--latency fast", "--latency takes milliseconds, such as 200 or 100-400, not 'fast'.")]
    [InlineData("--latency 400-100", "The latency goes up from 400 milliseconds, so it cannot end at 100.")]
    [InlineData("--fault status", FaultTakes + "'status'.")]
    [InlineData("--fault html,rate=2", FaultTakes + "'rate=2'.")]
    [InlineData("--fault throttled,retry-after=later", FaultTakes + "'retry-after=later'.")]
    [InlineData("--fault throttled,retry-after=-1", FaultTakes + "'retry-after=-1'.")]
    [InlineData("--fault bomb,size=0", FaultTakes + "'size=0'.")]
    [InlineData("--fault oversized,size=5000", FaultTakes + "'size=5000'.")]
    [InlineData("--fault redirect,to=there", FaultTakes + "'to=there'.")]
    [InlineData("--now 10:00", "--now takes a time in UTC, such as 2026-07-24T12:00Z, a day or 'clock', not '10:00'.")]
    [InlineData("--unordered yes", "--unordered takes 'shuffle' or 'stable', not 'yes'.")]
    [InlineData("--colour red", "There is no option '--colour'; --help lists them.")]
    [InlineData("--colour", "There is no option '--colour'; --help lists them.")]
    [InlineData("launches", "There is no option 'launches'; --help lists them.")]
    [InlineData("--throttle", "--throttle takes a whole number, 0 or more.")]
    [InlineData("--throttle --port 0", "--throttle takes a whole number, 0 or more.")]
    [InlineData("--fault", "--fault takes a kind of fault, such as status=503 or html,rate=0.1.")]
    public void Wrong_Option_Says_What_Was_Expected(string line, string message)
    {
        Assert.Null(CommandLine.Parse(line.Split(' '), new Hashtable(), out var complaint));
        Assert.Equal(message, complaint);
    }

    [Theory]
    [InlineData("STANDIN_PORT", "STANDIN_PORT takes a whole number, 0 or more, not 'x'.")]
    [InlineData("STANDIN_COLOUR", "There is no option 'STANDIN_COLOUR'; --help lists them.")]
    public void Wrong_Option_Of_The_Environment_Is_Called_By_Its_Name_There(string name, string message)
    {
        Assert.Null(CommandLine.Parse([], new Hashtable { [name] = "x" }, out var complaint));
        Assert.Equal(message, complaint);
    }

    [Fact]
    public void Help_Names_Every_Kind_Of_Fault() =>
        Assert.All(Fault.Kinds, kind => Assert.Matches($@"\b{kind}\b", CommandLine.Help));

    private static StandInOptions Parse(string line)
    {
        var args = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return CommandLine.Parse(args, new Hashtable(), out var complaint) ?? throw new InvalidOperationException(complaint);
    }

    [GeneratedRegex("^  --[a-z-]+ [^ ]+", RegexOptions.Multiline)]
    private static partial Regex ShownOption();
}
