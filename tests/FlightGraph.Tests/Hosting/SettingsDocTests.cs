using System.Reflection;
using FlightGraph.Hosting;
using FlightGraph.Tests.Support;
using FlightGraph.Upstream;

namespace FlightGraph.Tests.Hosting;

/// <summary>Every setting there is stands in README.</summary>
public sealed class SettingsDocTests
{
    public static TheoryData<string> Settings() => [.. typeof(UpstreamOptions).Assembly.GetTypes().Concat(typeof(LimitOptions).Assembly.GetTypes())
        .Select(type => (Type: type, Section: type.GetField("SectionName", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as string))
        .Where(options => options.Section is not null)
        .SelectMany(options => options.Type.GetProperties().Where(property => property.CanWrite).Select(property => $"{options.Section}:{property.Name}"))];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Setting_Stands_In_Readme(string key) => Assert.Contains($"| `{key}", Repository.Read("README.md"));
}
