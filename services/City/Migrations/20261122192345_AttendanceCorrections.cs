using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Campaign.City.Migrations
{
    /// <inheritdoc />
    public partial class AttendanceCorrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "figures_version",
                table: "sessions",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "figures_version",
                table: "sessions");
        }
    }
}
