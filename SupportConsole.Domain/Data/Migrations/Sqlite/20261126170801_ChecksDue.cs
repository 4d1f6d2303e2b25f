using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportConsole.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ChecksDue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Calls_ProjectId_InstructionVersion_StartedAt",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Calls_ProjectId_StartedAt",
                table: "Calls");

            migrationBuilder.AddColumn<bool>(
                name: "IsCheckDue",
                table: "Projects",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_Projects_CheckDue",
                table: "Projects",
                column: "Id",
                filter: "\"IsCheckDue\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_ProjectId_StartedAt_InstructionVersion",
                table: "Calls",
                columns: new[] { "ProjectId", "StartedAt", "InstructionVersion" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Projects_CheckDue",
                table: "Projects");

            migrationBuilder.DropIndex(
                name: "IX_Calls_ProjectId_StartedAt_InstructionVersion",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "IsCheckDue",
                table: "Projects");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_ProjectId_InstructionVersion_StartedAt",
                table: "Calls",
                columns: new[] { "ProjectId", "InstructionVersion", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_ProjectId_StartedAt",
                table: "Calls",
                columns: new[] { "ProjectId", "StartedAt" });
        }
    }
}
