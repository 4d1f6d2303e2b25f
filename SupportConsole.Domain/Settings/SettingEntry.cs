using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace SupportConsole.Domain.Settings;

/// <summary>One setting that can be made on screen. Type, range and default are those of the options class: they stand nowhere twice.</summary>
public sealed class SettingEntry
{
    internal SettingEntry(string section, PropertyInfo property, object defaults, SettingUnit unit)
    {
        Section = section;
        Key = $"{section}:{property.Name}";
        Unit = unit;
        Whole = property.PropertyType == typeof(int);
        Number = Whole || property.PropertyType == typeof(double);
        Default = Convert.ToString(property.GetValue(defaults), CultureInfo.InvariantCulture)!;
        if (property.GetCustomAttribute<RangeAttribute>() is { } range)
        {
            (Min, Max) = (Convert.ToDecimal(range.Minimum, CultureInfo.InvariantCulture), Convert.ToDecimal(range.Maximum, CultureInfo.InvariantCulture));
        }

        Required = property.GetCustomAttribute<RequiredAttribute>() is not null;
        MaxLength = property.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength;
    }

    /// <summary>The configuration key, such as "Detection:SuccessThreshold".</summary>
    public string Key { get; }

    /// <summary>The configuration section of its feature.</summary>
    public string Section { get; }

    public SettingUnit Unit { get; }

    public bool Number { get; }

    /// <summary>A number without a fraction.</summary>
    public bool Whole { get; }

    public decimal? Min { get; }

    public decimal? Max { get; }

    /// <summary>Of a text: it must not be empty.</summary>
    public bool Required { get; }

    public int? MaxLength { get; }

    /// <summary>What the build ships with, in invariant form.</summary>
    public string Default { get; }

    /// <summary>The one way to write a value ("0.4", "20", a trimmed text), or what is wrong with it.</summary>
    public (string Text, SettingFault? Fault) Read(string value)
    {
        var text = value.Trim();
        if (!Number)
        {
            return text.Length == 0 && Required ? (text, new(this, SettingFaultKind.Empty))
                : text.Length > MaxLength ? (text, new(this, SettingFaultKind.TooLong))
                : (text, null);
        }

        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return (text, new(this, SettingFaultKind.NotANumber));
        }

        if (Whole && !text.TrimStart('+', '-').All(char.IsAsciiDigit))
        {
            return (text, new(this, SettingFaultKind.NotWhole)); // Also 1.000: to some readers a thousand, to others one.
        }

        return number < Min || number > Max
            ? (text, new(this, SettingFaultKind.OutOfRange))
            : (number.ToString("0.############", CultureInfo.InvariantCulture), null);
    }
}
