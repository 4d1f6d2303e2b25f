using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportConsole.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ImportsThinned : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ThinnedAt",
                table: "Imports",
                type: "TEXT",
                nullable: true);

            // What retention did before it said so.
            migrationBuilder.Sql("""
                UPDATE "Imports" SET "ThinnedAt" = strftime('%Y-%m-%d %H:%M:%S', 'now') WHERE "StartedAt" IS NOT NULL AND "Status" <> 'Undone'
                    AND ((SELECT COUNT(*) FROM "Calls" WHERE "ImportId" = "Imports"."Id") < "Landed" - "Removed"
                        OR EXISTS (SELECT 1 FROM "Calls" WHERE "ImportId" = "Imports"."Id" AND "TranscriptGoneAt" IS NOT NULL))
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ThinnedAt",
                table: "Imports");
        }
    }
}
