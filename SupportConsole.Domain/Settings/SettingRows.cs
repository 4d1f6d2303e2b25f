using Microsoft.Extensions.Configuration;

namespace SupportConsole.Domain.Settings;

/// <summary>The settings made on screen, as configuration: the last source, so that they hold over files and environment.</summary>
public sealed class SettingRows : ConfigurationProvider, IConfigurationSource
{
    IConfigurationProvider IConfigurationSource.Build(IConfigurationBuilder builder) => this;

    /// <summary>Takes these and no others; whoever watches the options hears of it when something differs.</summary>
    internal void Take(IReadOnlyDictionary<string, string> values)
    {
        if (values.Count == Data.Count && values.All(value => Data.TryGetValue(value.Key, out var held) && held == value.Value))
        {
            return;
        }

        Data = values.ToDictionary(value => value.Key, value => (string?)value.Value, StringComparer.OrdinalIgnoreCase);
        OnReload();
    }
}
