using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportConsole.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Standings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Suggestions_Status_Worth_Id",
                table: "Suggestions");

            migrationBuilder.DropIndex(
                name: "IX_Outcomes_Cause",
                table: "Outcomes");

            migrationBuilder.AddColumn<DateTime>(
                name: "QuietUntil",
                table: "Suggestions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Rank",
                table: "Suggestions",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            // Cards from before are ranked by their worth until something is learned of their cause, and rest as long as they were told they would.
            migrationBuilder.Sql("""UPDATE "Suggestions" SET "Rank" = "Worth", "QuietUntil" = CASE WHEN "Status" = 'Rejected' THEN datetime("DecidedAt", '+14 days') END""");

            migrationBuilder.CreateTable(
                name: "RejectionsForgotten",
                columns: table => new
                {
                    Cause = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RejectionsForgotten", x => x.Cause);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_Cause",
                table: "Suggestions",
                column: "Cause",
                filter: "\"Status\" = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_Cause_Detector_RejectReason_DecidedAt",
                table: "Suggestions",
                columns: new[] { "Cause", "Detector", "RejectReason", "DecidedAt" },
                filter: "\"Status\" = 'Rejected'");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_Status_Rank_Id",
                table: "Suggestions",
                columns: new[] { "Status", "Rank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Outcomes_Cause_Verdict",
                table: "Outcomes",
                columns: new[] { "Cause", "Verdict" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RejectionsForgotten");

            migrationBuilder.DropIndex(
                name: "IX_Suggestions_Cause",
                table: "Suggestions");

            migrationBuilder.DropIndex(
                name: "IX_Suggestions_Cause_Detector_RejectReason_DecidedAt",
                table: "Suggestions");

            migrationBuilder.DropIndex(
                name: "IX_Suggestions_Status_Rank_Id",
                table: "Suggestions");

            migrationBuilder.DropIndex(
                name: "IX_Outcomes_Cause_Verdict",
                table: "Outcomes");

            migrationBuilder.DropColumn(
                name: "QuietUntil",
                table: "Suggestions");

            migrationBuilder.DropColumn(
                name: "Rank",
                table: "Suggestions");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_Status_Worth_Id",
                table: "Suggestions",
                columns: new[] { "Status", "Worth", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Outcomes_Cause",
                table: "Outcomes",
                column: "Cause");
        }
    }
}
