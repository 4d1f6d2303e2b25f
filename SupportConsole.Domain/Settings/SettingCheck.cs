namespace SupportConsole.Domain.Settings;

/// <summary>Says whether values may hold together, by trying them on the options classes of their features.</summary>
public sealed class SettingCheck(BaseSettings files, IEnumerable<SettingSection> sections)
{
    private readonly Dictionary<string, SettingSection> _sections = sections.ToDictionary(section => section.Name);

    /// <summary>What is wrong with <paramref name="stored"/> (all that is made on screen, changed or not), as far as <paramref name="changed"/> keys bring it.</summary>
    public IReadOnlyList<SettingFault> Faults(IReadOnlyDictionary<string, string> stored, IReadOnlyCollection<SettingEntry> changed)
    {
        var own = changed
            .Where(entry => stored.ContainsKey(entry.Key))
            .Select(entry => entry.Read(stored[entry.Key]).Fault)
            .OfType<SettingFault>()
            .ToList();
        return own.Count > 0 ? own : [.. changed.GroupBy(entry => entry.Section).SelectMany(group => Broken(group.Key, stored, [.. group]))];
    }

    /// <summary>Those of the stored values that may hold. One that no longer may is left out, rather than keep the console from starting.</summary>
    public Dictionary<string, string> Holding(IReadOnlyDictionary<string, string> stored)
    {
        var holding = new Dictionary<string, string>();
        foreach (var group in SettingCatalogue.All.Where(entry => stored.ContainsKey(entry.Key)).GroupBy(entry => entry.Section))
        {
            // All of a section first: two may be allowed together of which neither is alone.
            var all = new Dictionary<string, string>(holding);
            foreach (var entry in group)
            {
                all[entry.Key] = stored[entry.Key];
            }

            if (Faults(all, [.. group]).Count == 0)
            {
                holding = all;
                continue;
            }

            foreach (var entry in group)
            {
                var one = new Dictionary<string, string>(holding) { [entry.Key] = stored[entry.Key] };
                if (Faults(one, [entry]).Count == 0)
                {
                    holding = one;
                }
            }
        }

        return holding;
    }

    private IEnumerable<SettingFault> Broken(string section, IReadOnlyDictionary<string, string> stored, IReadOnlyList<SettingEntry> changed)
    {
        var values = files.Section(section);
        foreach (var entry in SettingCatalogue.All.Where(entry => entry.Section == section && stored.ContainsKey(entry.Key)))
        {
            values[entry.Key] = stored[entry.Key];
        }

        // The rule names its settings: the fault stands beside the changed one among them.
        return _sections[section].Broken(values).Select(rule => new SettingFault(
            changed.FirstOrDefault(entry => rule.Contains(entry.Key, StringComparison.Ordinal)) ?? changed[0], SettingFaultKind.Rule, rule));
    }
}
