using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Access;

public sealed class AccessMapping :
    IEntityTypeConfiguration<Person>,
    IEntityTypeConfiguration<PersonSession>,
    IEntityTypeConfiguration<ApiKey>,
    IEntityTypeConfiguration<Webhook>,
    IEntityTypeConfiguration<AuditEntry>,
    IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Person> builder) => builder.ToTable("People");

    public void Configure(EntityTypeBuilder<PersonSession> builder)
    {
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(session => session.PersonId);
        builder.HasIndex(session => new { session.PersonId, session.LastSeenAt }); // a person's own list
    }

    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.Property(key => key.Scopes).HasJson();
        builder.HasIndex(key => key.Hash).IsUnique(); // looked up at each request
        builder.HasIndex(key => key.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.Property(webhook => webhook.Kind).HasConversion<string>();
        builder.HasIndex(webhook => webhook.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasIndex(entry => new { entry.TargetKind, entry.TargetId, entry.Id }); // the history of one thing; the whole list goes by Id
        builder.HasIndex(entry => new { entry.Who, entry.Id }); // what one person or key did
        builder.HasIndex(entry => entry.At); // what happened between two dates
    }

    public void Configure(EntityTypeBuilder<Setting> builder) => builder.HasKey(setting => setting.Key);
}
