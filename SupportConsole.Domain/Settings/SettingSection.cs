using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace SupportConsole.Domain.Settings;

/// <summary>A feature's section: tries values on its options class before anybody else sees them.</summary>
public abstract class SettingSection(string name)
{
    public string Name { get; } = name;

    /// <summary>The rules that these values break, by the options' own validators; values are by full key.</summary>
    public abstract IReadOnlyList<string> Broken(IEnumerable<KeyValuePair<string, string?>> values);
}

/// <inheritdoc/>
public sealed class SettingSection<TOptions>(string name, IEnumerable<IValidateOptions<TOptions>> validators) : SettingSection(name)
    where TOptions : class, new()
{
    public override IReadOnlyList<string> Broken(IEnumerable<KeyValuePair<string, string?>> values)
    {
        TOptions options;
        try
        {
            options = new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection(Name).Get<TOptions>() ?? new();
        }
        catch (Exception fault) when (fault is InvalidOperationException or TargetInvocationException)
        {
            return [fault.Message]; // A value that is not of its property's type.
        }

        // Asked directly, the attributes answer in words that can be shown; wrapped by their validator they do not.
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return [.. results.Select(result => result.ErrorMessage!), .. validators
            .Where(validator => validator is not DataAnnotationValidateOptions<TOptions>)
            .Select(validator => validator.Validate(Options.DefaultName, options))
            .Where(result => result.Failed)
            .SelectMany(result => result.Failures!)];
    }
}
