using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.Logging.Abstractions;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Data;

/// <summary>Lets <c>dotnet ef migrations add</c> read the model without starting the console.</summary>
public sealed class DesignTimeContexts : IDesignTimeDbContextFactory<SupportDbContext>
{
    public SupportDbContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SupportDbContext>().UseSqlite("Data Source=:memory:").Options,
        new LiveFeed(NullLogger<LiveFeed>.Instance), TimeProvider.System);
}
