using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace SupportConsole.Domain.Settings;

/// <summary>What would hold without the settings made on screen: files, environment and command line.</summary>
public sealed class BaseSettings(IConfiguration configuration)
{
    private readonly IConfigurationRoot _root = (IConfigurationRoot)configuration;

    /// <summary>A section's values by full key, the default of the build where nothing is configured.</summary>
    public Dictionary<string, string?> Section(string section)
    {
        var values = new Dictionary<string, string?>(_root.GetSection(section).AsEnumerable(), StringComparer.OrdinalIgnoreCase);
        foreach (var entry in SettingCatalogue.All.Where(entry => entry.Section == section))
        {
            values[entry.Key] = Find(entry).Value;
        }

        return values;
    }

    public (string Value, SettingOrigin Origin) Find(SettingEntry entry)
    {
        foreach (var provider in _root.Providers.Reverse().Where(provider => provider is not SettingRows))
        {
            if (provider.TryGet(entry.Key, out var value) && value is not null)
            {
                return (value, OriginOf(provider));
            }
        }

        return (entry.Default, SettingOrigin.Build);
    }

    private static SettingOrigin OriginOf(IConfigurationProvider provider) => provider switch
    {
        FileConfigurationProvider => SettingOrigin.File,
        EnvironmentVariablesConfigurationProvider => SettingOrigin.Environment,
        _ => SettingOrigin.CommandLine,
    };
}
