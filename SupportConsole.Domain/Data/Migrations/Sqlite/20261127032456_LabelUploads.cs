using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportConsole.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LabelUploads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Versions of before counts were kept: shares alone cannot be shown "of so many", and zeros would be wrong. One training makes them anew.
            migrationBuilder.Sql("""DELETE FROM "TriageModels";""");

            migrationBuilder.CreateTable(
                name: "LabelUploads",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kept = table.Column<string>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    TextColumn = table.Column<int>(type: "INTEGER", nullable: false),
                    LabelColumn = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Texts = table.Column<int>(type: "INTEGER", nullable: false),
                    LeftOut = table.Column<long>(type: "INTEGER", nullable: false),
                    Faults = table.Column<string>(type: "TEXT", nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    Known = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LabelUploads", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LabelledTexts_HeldOut_Id",
                table: "LabelledTexts",
                columns: new[] { "HeldOut", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LabelUploads_Kept",
                table: "LabelUploads",
                column: "Kept",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LabelUploads_Waiting",
                table: "LabelUploads",
                column: "Id",
                filter: "\"State\" = 'Waiting'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LabelUploads");

            migrationBuilder.DropIndex(
                name: "IX_LabelledTexts_HeldOut_Id",
                table: "LabelledTexts");
        }
    }
}
