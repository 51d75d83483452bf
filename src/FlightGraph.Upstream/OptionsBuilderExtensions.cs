using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlightGraph.Upstream;

public static class OptionsBuilderExtensions
{
    /// <summary>
    /// Binds options to a section of our own, and sees at the start that its keys are known and its values in the range that
    /// their attributes state. What is wrong is named as the configuration names it; a misspelt key never passes for a default.
    /// </summary>
    public static OptionsBuilder<T> BindStrictly<T>(this OptionsBuilder<T> options, IConfiguration configuration, string sectionName)
        where T : class
    {
        var section = configuration.GetSection(sectionName);
        options.Services.AddSingleton<IValidateOptions<T>>(new StrictValidator<T>(section));
        return options.Bind(section).ValidateOnStart();
    }

    private sealed class StrictValidator<T>(IConfigurationSection section) : IValidateOptions<T>
        where T : class
    {
        private static readonly PropertyInfo[] Properties = [.. typeof(T).GetProperties().Where(property => property.CanWrite)];

        public ValidateOptionsResult Validate(string? name, T options)
        {
            string[] failures = [.. UnknownKeys(), .. OutOfRange(options)];
            return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
        }

        private IEnumerable<string> UnknownKeys() => section.GetChildren()
            .Where(child => !Properties.Any(property => property.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)))
            .Select(child => $"There is no setting {child.Path}; the section {section.Key} has {string.Join(", ", Properties.Select(property => property.Name))}.");

        private IEnumerable<string> OutOfRange(T options) =>
            from property in Properties
            let value = property.GetValue(options)
            from range in property.GetCustomAttributes<RangeAttribute>()
            where !range.IsValid(value)
            select string.Create(CultureInfo.InvariantCulture, $"{section.Key}:{property.Name} must be from {range.Minimum} to {range.Maximum}, not {value}.");
    }
}
