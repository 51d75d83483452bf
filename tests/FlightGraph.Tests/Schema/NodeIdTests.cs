using FlightGraph.Schema;

namespace FlightGraph.Tests.Schema;

public sealed class NodeIdTests
{
    [Theory]
    [InlineData("63", "63")]
    [InlineData("Agency:63", "63")]
    [InlineData("0063", "63")]
    [InlineData("2147483647", "2147483647")]
    [InlineData("0", "0")]
    public void Either_Form_Of_A_Number_Is_Read(string text, string expected)
    {
        Assert.True(NodeId.TryParse(text, "Agency", isUuid: false, out var id));
        Assert.Equal(expected, id);
    }

    [Theory]
    [InlineData("Launch:0D0ACC45-bcf8-4d06-8093-be999f9233ba")]
    [InlineData("0d0acc45-bcf8-4d06-8093-be999f9233ba")]
    public void Either_Form_Of_A_Uuid_Is_Read(string text)
    {
        Assert.True(NodeId.TryParse(text, "Launch", isUuid: true, out var id));
        Assert.Equal("0d0acc45-bcf8-4d06-8093-be999f9233ba", id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Agency:")]
    [InlineData("Launch:63")]
    [InlineData("agency:63")]
    [InlineData("-63")]
    [InlineData("+63")]
    [InlineData(" 63")]
    [InlineData("6.3")]
    [InlineData("63/../64")]
    [InlineData("2147483648")]
    [InlineData("٦٣")]
    public void Anything_Else_Is_No_Id(string text) => Assert.False(NodeId.TryParse(text, "Agency", isUuid: false, out _));
}
