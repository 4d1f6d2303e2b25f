using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Settings.Audit;
using SupportConsole.Settings;
using SupportConsole.Settings.Audit;
using SupportConsole.Shell;
using SupportConsole.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Settings;

public sealed class AuditPairsTests
{
    private readonly AuditPairs _pairs;

    public AuditPairsTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("en");
        _pairs = new ServiceCollection().AddLogging().AddLocalization().AddOptions().AddSingleton<TimeProvider>(new FakeClock()).AddSingleton<WorkspaceTime>().AddScoped<SettingText>().AddScoped<SuggestionWording>().AddScoped<AuditPairs>().BuildServiceProvider()
            .GetRequiredService<AuditPairs>();
    }

    [Theory]
    [InlineData("setting", """{"key":"Detection:MissingThreshold","from":"0.3","to":"0.1"}""", "30 % → 10 %")]
    [InlineData("setting", """{"key":"Gone:Setting","from":"1","to":"2"}""", "key=Gone:Setting; 1 → 2")]
    [InlineData("person", """{"email":"bob@example.com","from":"Staff","to":"Manager"}""", "e-mail=bob@example.com; Staff → Manager")]
    [InlineData("suggestion", """{"cause":"missing.not_confirmed","field":null,"points":31.456789}""", "cause=given, not confirmed back; predicted points=31.4568")]
    [InlineData("project", """{"name":"Cars","capture_fields":[{"key":"price","label":"Price"},{"key":"colour"}]}""", "name=Cars; fields=price, colour")]
    [InlineData("other", """{"some_thing":{"inner":true}}""", "some thing inner=✓")]
    [InlineData("suggestion", """{"until":"2026-11-27T07:00:00Z"}""", "until=27 Nov 2026 08:00")]
    [InlineData("other", "not json", "Details=not json")]
    [InlineData("other", "[1,2]", "1, 2")]
    public void Detail_OfAnyShape_IsReadableText(string kind, string detail, string expected) =>
        string.Join("; ", _pairs.Of(new AuditRow(1, default, "anna", "x.y", kind, 1, null, null, detail))
            .Select(pair => pair.Label.Length == 0 ? pair.Value : $"{pair.Label}={pair.Value}")).ShouldBe(expected);

    [Theory]
    [InlineData("""{"file":"mijn.csv","added":3,"changed":1,"known":2,"left_out":4,"left":0}""", "bestand=mijn.csv; nieuw=3; met een ander label=1; al aanwezig=2; regels weggelaten=4; over=0")]
    [InlineData("""{"texts":3,"label":["billing","x"]}""", "teksten=3; label=billing, x")]
    public void Detail_OfTriage_HasDutchWords(string detail, string expected)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("nl");
        string.Join("; ", _pairs.Of(new AuditRow(1, default, "anna", "x.y", "triage", 1, null, null, detail)).Select(pair => $"{pair.Label}={pair.Value}")).ShouldBe(expected);
    }
}
