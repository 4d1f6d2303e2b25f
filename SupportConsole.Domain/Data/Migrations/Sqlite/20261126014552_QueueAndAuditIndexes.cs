using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportConsole.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class QueueAndAuditIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Calls_Unprocessed",
                table: "Calls");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_GivenUp",
                table: "Calls",
                column: "Id",
                filter: "\"ProcessedAt\" IS NULL AND \"GaveUpAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_Unprocessed",
                table: "Calls",
                column: "Id",
                filter: "\"ProcessedAt\" IS NULL AND \"GaveUpAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At",
                table: "AuditEntries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Who_Id",
                table: "AuditEntries",
                columns: new[] { "Who", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Calls_GivenUp",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Calls_Unprocessed",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_At",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Who_Id",
                table: "AuditEntries");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_Unprocessed",
                table: "Calls",
                column: "Id",
                filter: "\"ProcessedAt\" IS NULL");
        }
    }
}
