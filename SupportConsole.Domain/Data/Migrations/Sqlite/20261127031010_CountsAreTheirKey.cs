using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportConsole.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CountsAreTheirKey : Migration
    {
        private const string Columns = """
            "ProjectId" INTEGER NOT NULL, "Version" INTEGER NOT NULL, "Bucket" TEXT NOT NULL, "Kind" INTEGER NOT NULL, "Value" TEXT NOT NULL,
            "Count" INTEGER NOT NULL, CONSTRAINT "PK_CallCounts" PRIMARY KEY ("ProjectId", "Version", "Bucket", "Kind", "Value")
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            MakeAnew(migrationBuilder, "WITHOUT ROWID");
            migrationBuilder.CreateIndex(
                name: "IX_CallCounts_Bucket",
                table: "CallCounts",
                column: "Bucket",
                filter: "\"Kind\" = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            MakeAnew(migrationBuilder, "");
            migrationBuilder.CreateIndex(
                name: "IX_CallCounts_Kind_Bucket",
                table: "CallCounts",
                columns: new[] { "Kind", "Bucket" });
        }

        /// <summary>With its rows, and without its other index, which goes with the former table.</summary>
        private static void MakeAnew(MigrationBuilder migrationBuilder, string how)
        {
            migrationBuilder.Sql($"""CREATE TABLE "NewCallCounts" ({Columns}) {how}""");
            migrationBuilder.Sql("""
                INSERT INTO "NewCallCounts" SELECT "ProjectId", "Version", "Bucket", "Kind", "Value", "Count" FROM "CallCounts"
                ORDER BY "ProjectId", "Version", "Bucket", "Kind", "Value"
                """);
            migrationBuilder.Sql("""DROP TABLE "CallCounts" """);
            migrationBuilder.Sql("""ALTER TABLE "NewCallCounts" RENAME TO "CallCounts" """);
        }
    }
}
