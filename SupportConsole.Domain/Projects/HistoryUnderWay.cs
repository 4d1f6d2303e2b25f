using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Projects;

/// <summary>
/// Whether calls of a project's past are being brought in or taken out at this moment, by whatever process: its counts are then those of a
/// part, and whoever would look at them waits until the import has ended and looked.
/// </summary>
internal static class HistoryUnderWay
{
    /// <summary>It is asked for every call that comes in. The first condition is that of an index in which nothing stands while no import is at work.</summary>
    private const string Sql =
        """
        SELECT 1 FROM "Imports"
        WHERE "Status" IN ('Checking', 'Queued', 'Running', 'Undoing') AND "Status" IN ('Running', 'Undoing')
            AND EXISTS (SELECT 1 FROM "ImportProjects" WHERE "ImportId" = "Imports"."Id" AND "ProjectId" = $1)
        LIMIT 1
        """;

    public static bool Of(SupportDbContext db, long projectId) => PreparedStatements.Of(db).Scalar(Sql, projectId) is not null;
}
