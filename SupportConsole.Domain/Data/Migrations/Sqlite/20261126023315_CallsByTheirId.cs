using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportConsole.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CallsByTheirId : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Calls_Source_ExternalId",
                table: "Calls");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_ExternalId_Source",
                table: "Calls",
                columns: new[] { "ExternalId", "Source" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Calls_ExternalId_Source",
                table: "Calls");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_Source_ExternalId",
                table: "Calls",
                columns: new[] { "Source", "ExternalId" },
                unique: true);
        }
    }
}
