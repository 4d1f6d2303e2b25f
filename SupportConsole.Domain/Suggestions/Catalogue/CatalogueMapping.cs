using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Suggestions.Catalogue;

public sealed class CatalogueMapping : IEntityTypeConfiguration<CatalogueEdit>
{
    public void Configure(EntityTypeBuilder<CatalogueEdit> builder)
    {
        builder.Property(edit => edit.Entry).HasJson();
        builder.Property(edit => edit.Revision).IsConcurrencyToken();
        builder.HasOne<Project>().WithMany().HasForeignKey(edit => edit.ProjectId);
        builder.HasIndex(edit => edit.Key).IsUnique();
        builder.HasIndex(edit => edit.Cause); // whether a text was written anew since somebody turned it down
    }
}
