using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Campaign.City.Migrations
{
    /// <inheritdoc />
    public partial class SessionsCancelled : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "cancelled",
                table: "sessions",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "cancelled",
                table: "sessions");
        }
    }
}
