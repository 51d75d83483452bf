using System.Collections;
using FlightGraph.StandIn;

namespace FlightGraph.Tests.StandIn;

public sealed class CommandLineTests
{
    private const string FaultTakes = "A fault takes status=300..599, path=, rate=0..1, count=, seed= and seconds=, not ";

    [Fact]
    public void Options_Are_Read()
    {
        var options = Parse(
            "--port 0 --latency 100-400 --throttle=15 --throttle-window 60 --unordered shuffle "
            + "--fault html --fault status=503,rate=0.1");

        Assert.Equal(0, options.Port);
        Assert.Equal(TimeSpan.FromMilliseconds(100), options.Latency);
        Assert.Equal(TimeSpan.FromMilliseconds(400), options.LatencyUpTo);
        Assert.Equal(15, options.Throttle);
        Assert.Equal(TimeSpan.FromMinutes(1), options.ThrottleWindow);
        Assert.True(options.Shuffle);
        Assert.Equal(["html", "status=503,rate=0.1"], options.Faults);
    }

    [Fact]
    public void Port_Is_5081_Unless_Asked_For() => Assert.Equal(5081, Parse("").Port);

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
    [InlineData("--port x", "--port takes a whole number, not 'x'.")]
    [InlineData("--port 70000", "A port is a number from 0 to 65535, not 70000.")]
    [InlineData("--latency fast", "--latency takes milliseconds, such as 200 or 100-400, not 'fast'.")]
    [InlineData("--latency 400-100", "The latency goes up from 400 milliseconds, so it cannot end at 100.")]
    [InlineData("--fault status", FaultTakes + "'status'.")]
    [InlineData("--fault html,rate=2", FaultTakes + "'rate=2'.")]
    [InlineData("--colour red", "There is no option '--colour'; --help lists them.")]
    [InlineData("--throttle", "--throttle takes a value.")]
    public void Wrong_Option_Says_What_Was_Expected(string line, string message)
    {
        Assert.Null(CommandLine.Parse(line.Split(' '), new Hashtable(), out var complaint));
        Assert.Equal(message, complaint);
    }

    private static StandInOptions Parse(string line)
    {
        var args = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return CommandLine.Parse(args, new Hashtable(), out var complaint) ?? throw new InvalidOperationException(complaint);
    }
}
