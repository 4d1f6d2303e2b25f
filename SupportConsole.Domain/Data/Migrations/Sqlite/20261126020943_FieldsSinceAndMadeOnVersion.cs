using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportConsole.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FieldsSinceAndMadeOnVersion : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "MadeOnVersion",
                table: "Suggestions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "FieldsSince",
                table: "Projects",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.Sql("""UPDATE "Suggestions" SET "MadeOnVersion" = "TargetVersion" """);

            // What was counted until now: completed calls that were not counted as lacking the field held it.
            migrationBuilder.Sql(
                """
                INSERT INTO "CallCounts" ("ProjectId", "Version", "Bucket", "Kind", "Value", "Count")
                SELECT * FROM (
                    SELECT c."ProjectId", c."Version", c."Bucket", 6, json_extract(f.value, '$.key') AS "Field", c."Count" - COALESCE((
                        SELECT SUM(m."Count") FROM "CallCounts" AS m
                        WHERE m."ProjectId" = c."ProjectId" AND m."Version" = c."Version" AND m."Bucket" = c."Bucket" AND m."Kind" = 3
                            AND substr(m."Value", 1, length(json_extract(f.value, '$.key')) + 1) = json_extract(f.value, '$.key') || '|'), 0) AS "Count"
                    FROM "CallCounts" AS c JOIN "Projects" AS p ON p."Id" = c."ProjectId" CROSS JOIN json_each(p."CaptureFields") AS f
                    WHERE c."Kind" = 1 AND c."Value" = 'completed')
                WHERE "Count" > 0
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "MadeOnVersion",
                table: "Suggestions");

            migrationBuilder.DropColumn(
                name: "FieldsSince",
                table: "Projects");
        }
    }
}
