using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportConsole.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ScoreIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_CreatedAt_ProjectId",
                table: "Suggestions",
                columns: new[] { "CreatedAt", "ProjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_DecidedAt_ProjectId_Status_RejectReason_CreatedAt",
                table: "Suggestions",
                columns: new[] { "DecidedAt", "ProjectId", "Status", "RejectReason", "CreatedAt" },
                filter: "\"DecidedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_JudgedAt_ProjectId_Verdict_Status_Worth",
                table: "Suggestions",
                columns: new[] { "JudgedAt", "ProjectId", "Verdict", "Status", "Worth" },
                filter: "\"JudgedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_Unjudged",
                table: "Suggestions",
                columns: new[] { "Status", "Id" },
                filter: "\"JudgedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CallCounts_Kind_Bucket",
                table: "CallCounts",
                columns: new[] { "Kind", "Bucket" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Suggestions_CreatedAt_ProjectId",
                table: "Suggestions");

            migrationBuilder.DropIndex(
                name: "IX_Suggestions_DecidedAt_ProjectId_Status_RejectReason_CreatedAt",
                table: "Suggestions");

            migrationBuilder.DropIndex(
                name: "IX_Suggestions_JudgedAt_ProjectId_Verdict_Status_Worth",
                table: "Suggestions");

            migrationBuilder.DropIndex(
                name: "IX_Suggestions_Unjudged",
                table: "Suggestions");

            migrationBuilder.DropIndex(
                name: "IX_CallCounts_Kind_Bucket",
                table: "CallCounts");
        }
    }
}
