using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Access;

public sealed class PeopleTests : IAsyncLifetime
{
    private ConsoleHost _host = null!;
    private Person _admin = null!;
    private Actor _actor = null!;

    private People People => _host.Services.GetRequiredService<People>();

    public async Task InitializeAsync()
    {
        _host = new ConsoleHost();
        _admin = await _host.AddPersonAsync(Roles.Admin);
        _actor = new Actor(_admin.UserName!, _admin.Id);
    }

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Theory]
    [InlineData("bob@x", false)]
    [InlineData("bob@x.", false)]
    [InlineData("bob@.nl", false)]
    [InlineData("bob@mail.example.com", true)]
    public void Email_WithoutADotInItsDomain_IsRefused(string email, bool good) =>
        new PersonDraft(email, "Bob", Roles.Staff).Check().For("email").Count.ShouldBe(good ? 0 : 1);

    [Fact]
    public async Task LastAdmin_Whatever_StaysAdmin()
    {
        var other = await _host.AddPersonAsync(Roles.Admin);
        (await People.DisableAsync(other.Id, _actor)).ShouldBe(PersonOutcome.Done);

        (await People.DisableAsync(_admin.Id, _actor)).ShouldBe(PersonOutcome.LastAdmin);
        (await People.ChangeRoleAsync(_admin.Id, Roles.Staff, _actor)).ShouldBe(PersonOutcome.LastAdmin);
        (await People.EnableAsync(other.Id, _actor)).ShouldBe(PersonOutcome.Done);
        (await People.ChangeRoleAsync(_admin.Id, Roles.Staff, _actor)).ShouldBe(PersonOutcome.Done);
    }

    [Fact]
    public async Task TwoAdmins_DisablingEachOtherAtOnce_LeaveOne()
    {
        var other = await _host.AddPersonAsync(Roles.Admin);

        var outcomes = await Task.WhenAll(People.DisableAsync(_admin.Id, Actor.System), People.DisableAsync(other.Id, Actor.System));

        outcomes.ShouldBe([PersonOutcome.Done, PersonOutcome.LastAdmin], ignoreOrder: true);
    }

    [Theory]
    [InlineData(Roles.Manager)]
    [InlineData(Roles.Staff)]
    public async Task Write_ByWhoIsNoAdmin_IsRefusedAndNothingChanges(string role)
    {
        var person = await _host.AddPersonAsync(role);
        var actor = new Actor(person.UserName!, person.Id);
        var draft = new PersonDraft("new@example.com", "New", Roles.Admin);

        await Should.ThrowAsync<AccessDeniedException>(() => People.AddAsync(draft, actor));
        await Should.ThrowAsync<AccessDeniedException>(() => People.ChangeRoleAsync(person.Id, Roles.Admin, actor));
        await Should.ThrowAsync<AccessDeniedException>(() => People.DisableAsync(_admin.Id, actor));
        await Should.ThrowAsync<AccessDeniedException>(() => People.ResetTokenAsync(_admin.Id, actor));
        await Should.ThrowAsync<AccessDeniedException>(() => _host.Services.GetRequiredService<ApiKeys>().AddAsync(new ApiKeyDraft("k", [Scopes.Admin]), actor));
        await Should.ThrowAsync<AccessDeniedException>(() => _host.Services.GetRequiredService<Webhooks>().AddAsync("w", WebhookKind.Generic, actor));
        (await People.FindAsync("new@example.com")).ShouldBeNull();
    }

    [Fact]
    public async Task Address_InAnotherSpelling_IsTheSamePerson()
    {
        var draft = new PersonDraft(_admin.Email!.ToUpperInvariant(), "Twin", Roles.Staff);

        draft.Check().Any.ShouldBeFalse();
        (await People.AddAsync(draft, _actor)).ShouldBeNull();
    }

    [Fact]
    public async Task Changes_OfAccess_StandInTheAuditWithoutASecret()
    {
        var person = (await People.AddAsync(new PersonDraft("ann@example.com", "Ann", Roles.Staff), _actor, "four plain words here"))!;
        await People.ChangeRoleAsync(person.Id, Roles.Manager, _actor);
        var token = await People.ResetTokenAsync(person.Id, _actor);
        var key = await _host.Services.GetRequiredService<ApiKeys>().AddAsync(new ApiKeyDraft("dialer", [Scopes.Intake]), _actor);
        var secret = await _host.Services.GetRequiredService<Webhooks>().AddAsync("phones", WebhookKind.CallEnded, _actor);

        await using var db = await _host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        var rows = await db.AuditEntries.Where(entry => entry.Who == _actor.Name).OrderBy(entry => entry.Id).ToListAsync();
        rows.Select(row => row.Action).ShouldBe(["person.added", "person.role", "person.reset_link", "api_key.added", "webhook.added"]);
        rows[1].Detail.ShouldContain("Manager");
        rows.ShouldAllBe(row => !row.Detail.Contains(token!) && !row.Detail.Contains(key!) && !row.Detail.Contains(secret!) && !row.Detail.Contains("plain"));
    }

    [Fact]
    public async Task List_OfManyPeople_ComesInPagesByName()
    {
        for (var i = 0; i < 5; i++)
            await People.AddAsync(new PersonDraft($"same{i}@example.com", "Same Name", Roles.Staff), _actor);

        var first = await People.ListAsync(take: 4);
        var rest = await People.ListAsync(first[^1], take: 4);

        first.Concat(rest).Select(row => row.Email).Distinct().Count().ShouldBe(6);
        first[0].DisplayName.ShouldBe(_admin.DisplayName);
    }
}
