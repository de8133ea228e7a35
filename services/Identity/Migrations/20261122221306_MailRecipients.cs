using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Campaign.Identity.Migrations
{
    /// <inheritdoc />
    public partial class MailRecipients : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "reminded_by_mail",
                table: "accounts",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateIndex(
                name: "ix_held_posts_unit_path",
                table: "held_posts",
                column: "unit_path",
                filter: "role is not null");

            migrationBuilder.CreateIndex(
                name: "ix_grants_unit_path",
                table: "grants",
                column: "unit_path");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_held_posts_unit_path",
                table: "held_posts");

            migrationBuilder.DropIndex(
                name: "ix_grants_unit_path",
                table: "grants");

            migrationBuilder.DropColumn(
                name: "reminded_by_mail",
                table: "accounts");
        }
    }
}
