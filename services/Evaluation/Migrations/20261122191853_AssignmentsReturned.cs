using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Campaign.Evaluation.Migrations
{
    /// <inheritdoc />
    public partial class AssignmentsReturned : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "done_version",
                table: "assignments",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "overdue_version",
                table: "assignments",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "recalled",
                table: "assignments",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "done_version",
                table: "assignments");

            migrationBuilder.DropColumn(
                name: "overdue_version",
                table: "assignments");

            migrationBuilder.DropColumn(
                name: "recalled",
                table: "assignments");
        }
    }
}
