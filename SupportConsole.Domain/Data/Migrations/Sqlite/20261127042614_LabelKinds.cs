using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportConsole.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LabelKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TriageModels_InForce",
                table: "TriageModels");

            migrationBuilder.DropIndex(
                name: "IX_LabelledTexts_Hash",
                table: "LabelledTexts");

            migrationBuilder.DropIndex(
                name: "IX_LabelledTexts_HeldOut_Id",
                table: "LabelledTexts");

            migrationBuilder.DropIndex(
                name: "IX_LabelledTexts_Label_HeldOut",
                table: "LabelledTexts");

            migrationBuilder.DropIndex(
                name: "IX_LabelledTexts_Label_Id",
                table: "LabelledTexts");

            // What was labelled so far says what a text is about: its rows, and the versions trained on them, are topics.
            migrationBuilder.RenameColumn(
                name: "LabelColumn",
                table: "LabelUploads",
                newName: "TopicColumn");

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "TriageModels",
                type: "TEXT",
                nullable: false,
                defaultValue: "Topic");

            migrationBuilder.AddColumn<int>(
                name: "SentimentColumn",
                table: "LabelUploads",
                type: "INTEGER",
                nullable: false,
                defaultValue: -1);

            migrationBuilder.AddColumn<int>(
                name: "UrgencyColumn",
                table: "LabelUploads",
                type: "INTEGER",
                nullable: false,
                defaultValue: -1);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "LabelledTexts",
                type: "TEXT",
                nullable: false,
                defaultValue: "Topic");

            migrationBuilder.CreateIndex(
                name: "IX_TriageModels_InForce",
                table: "TriageModels",
                column: "Kind",
                unique: true,
                filter: "\"InForce\"");

            migrationBuilder.CreateIndex(
                name: "IX_TriageModels_Kind_Id",
                table: "TriageModels",
                columns: new[] { "Kind", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LabelledTexts_Hash_Kind",
                table: "LabelledTexts",
                columns: new[] { "Hash", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LabelledTexts_Kind_HeldOut_Id",
                table: "LabelledTexts",
                columns: new[] { "Kind", "HeldOut", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LabelledTexts_Kind_Id",
                table: "LabelledTexts",
                columns: new[] { "Kind", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LabelledTexts_Kind_Label_HeldOut",
                table: "LabelledTexts",
                columns: new[] { "Kind", "Label", "HeldOut" });

            migrationBuilder.CreateIndex(
                name: "IX_LabelledTexts_Kind_Label_Id",
                table: "LabelledTexts",
                columns: new[] { "Kind", "Label", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // An older build knows topics alone, one label for each text.
            migrationBuilder.Sql("""DELETE FROM "TriageModels" WHERE "Kind" <> 'Topic';""");
            migrationBuilder.Sql("""DELETE FROM "LabelledTexts" WHERE "Kind" <> 'Topic';""");
            migrationBuilder.Sql("""DELETE FROM "LabelUploads" WHERE "TopicColumn" < 0;""");

            migrationBuilder.DropIndex(
                name: "IX_TriageModels_InForce",
                table: "TriageModels");

            migrationBuilder.DropIndex(
                name: "IX_TriageModels_Kind_Id",
                table: "TriageModels");

            migrationBuilder.DropIndex(
                name: "IX_LabelledTexts_Hash_Kind",
                table: "LabelledTexts");

            migrationBuilder.DropIndex(
                name: "IX_LabelledTexts_Kind_HeldOut_Id",
                table: "LabelledTexts");

            migrationBuilder.DropIndex(
                name: "IX_LabelledTexts_Kind_Id",
                table: "LabelledTexts");

            migrationBuilder.DropIndex(
                name: "IX_LabelledTexts_Kind_Label_HeldOut",
                table: "LabelledTexts");

            migrationBuilder.DropIndex(
                name: "IX_LabelledTexts_Kind_Label_Id",
                table: "LabelledTexts");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "TriageModels");

            migrationBuilder.DropColumn(
                name: "SentimentColumn",
                table: "LabelUploads");

            migrationBuilder.DropColumn(
                name: "UrgencyColumn",
                table: "LabelUploads");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "LabelledTexts");

            migrationBuilder.RenameColumn(
                name: "TopicColumn",
                table: "LabelUploads",
                newName: "LabelColumn");

            migrationBuilder.CreateIndex(
                name: "IX_TriageModels_InForce",
                table: "TriageModels",
                column: "InForce",
                unique: true,
                filter: "\"InForce\"");

            migrationBuilder.CreateIndex(
                name: "IX_LabelledTexts_Hash",
                table: "LabelledTexts",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LabelledTexts_HeldOut_Id",
                table: "LabelledTexts",
                columns: new[] { "HeldOut", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LabelledTexts_Label_HeldOut",
                table: "LabelledTexts",
                columns: new[] { "Label", "HeldOut" });

            migrationBuilder.CreateIndex(
                name: "IX_LabelledTexts_Label_Id",
                table: "LabelledTexts",
                columns: new[] { "Label", "Id" });
        }
    }
}
