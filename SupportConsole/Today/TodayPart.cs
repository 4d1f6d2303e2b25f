using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Domain.Live;
using SupportConsole.Live;

namespace SupportConsole.Today;

/// <summary>A part of Today: it asks one question, shares the answer with everybody who looks, and reads again when it changes.</summary>
public abstract class TodayPart : ReadingPart
{
    [Inject]
    protected SharedReadings Shared { get; set; } = default!;

    [Inject]
    protected IStringLocalizer<TodayWords> Words { get; set; } = default!;

    protected override object Question => GetType();

    protected Task<T> SharedAsync<T>(Func<Task<T>> read) => SharedAsync(0, read);

    protected Task<T> SharedAsync<T>(object which, Func<Task<T>> read) => Shared.GetAsync((GetType(), which), Topics, read);
}
