using System.Text;
using FlightGraph.Upstream.Budget;

namespace FlightGraph.Tests.Budget;

public sealed class ThrottleReportTests
{
    [Theory]
    [InlineData("""{"your_request_limit": 15, "limit_frequency_secs": 3600, "current_use": 15, "next_use_secs": 1631, "ident": "192.0.2.1"}""")]
    [InlineData("""[{"your_request_limit": 15, "limit_frequency_secs": 3600, "current_use": 15, "next_use_secs": 1630.2, "ident": "s3cret"}]""")]
    public void One_Object_Or_A_List_Of_One_Is_Read_And_Nobody_Is_Named(string json)
    {
        var report = Read(json)!;

        Assert.Equal(new ThrottleReport(15, TimeSpan.FromHours(1), 15, TimeSpan.FromSeconds(1631)), report);
        Assert.Equal(TimeSpan.FromSeconds(1631), report.FirstFreeIn);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("""{"detail": "Not found."}""")]
    [InlineData("""{"your_request_limit": 0, "limit_frequency_secs": 3600, "current_use": 0, "next_use_secs": 0}""")]
    [InlineData("""{"your_request_limit": 15, "limit_frequency_secs": 0, "current_use": 0, "next_use_secs": 0}""")]
    [InlineData("""{"your_request_limit": 15, "limit_frequency_secs": 3600, "current_use": -1, "next_use_secs": 0}""")]
    [InlineData("""{"your_request_limit": "15", "limit_frequency_secs": 3600, "current_use": 1, "next_use_secs": 0}""")]
    [InlineData("""{"your_request_limit": 1e300, "limit_frequency_secs": 3600, "current_use": 1, "next_use_secs": 0}""")]
    [InlineData("""{"your_request_limit": 15, "limit_frequency_secs": 1e9, "current_use": 1, "next_use_secs": 0}""")]
    public void What_Makes_No_Sense_Is_No_Report(string json) => Assert.Null(Read(json));

    [Fact]
    public void Window_That_Is_Not_Full_Does_Not_Tell_When_It_Is_Free()
    {
        var report = Read("""{"your_request_limit": 15, "limit_frequency_secs": 3600, "current_use": 3, "next_use_secs": 0}""")!;

        Assert.Null(report.FirstFreeIn);
    }

    private static ThrottleReport? Read(string json) => ThrottleReport.Read(Encoding.UTF8.GetBytes(json));
}
