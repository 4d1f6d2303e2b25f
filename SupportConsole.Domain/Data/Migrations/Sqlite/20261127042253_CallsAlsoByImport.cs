using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportConsole.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CallsAlsoByImport : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Calls_ProjectId_StartedAt_InstructionVersion",
                table: "Calls");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_ProjectId_StartedAt_InstructionVersion_ImportId",
                table: "Calls",
                columns: new[] { "ProjectId", "StartedAt", "InstructionVersion", "ImportId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Calls_ProjectId_StartedAt_InstructionVersion_ImportId",
                table: "Calls");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_ProjectId_StartedAt_InstructionVersion",
                table: "Calls",
                columns: new[] { "ProjectId", "StartedAt", "InstructionVersion" });
        }
    }
}
