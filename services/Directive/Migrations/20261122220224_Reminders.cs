using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Campaign.Directives.Migrations
{
    /// <inheritdoc />
    public partial class Reminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "remind_on",
                table: "assignments",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            // units know what they were asked for long ago: they are reminded from a week before the due day
            migrationBuilder.Sql("update assignments set remind_on = due_on - 7;");

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    directive_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    read_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => x.id);
                    table.ForeignKey(
                        name: "fk_notices_directives_directive_id",
                        column: x => x.directive_id,
                        principalTable: "directives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminders",
                columns: table => new
                {
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false),
                    mailed_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminders", x => new { x.assignment_id, x.day });
                    table.ForeignKey(
                        name: "fk_reminders_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reminders_notices_notice_id",
                        column: x => x.notice_id,
                        principalTable: "notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_assignments_to_remind",
                table: "assignments",
                column: "remind_on",
                filter: "completed_on is null and state <> 'recalled'");

            migrationBuilder.CreateIndex(
                name: "ix_notices_directive_id",
                table: "notices",
                column: "directive_id");

            migrationBuilder.CreateIndex(
                name: "ix_notices_unit_id_directive_id",
                table: "notices",
                columns: new[] { "unit_id", "directive_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reminders_day",
                table: "reminders",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_reminders_not_mailed",
                table: "reminders",
                columns: new[] { "day", "unit_id" },
                filter: "mailed_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_reminders_notice_id_day",
                table: "reminders",
                columns: new[] { "notice_id", "day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reminders");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropIndex(
                name: "ix_assignments_to_remind",
                table: "assignments");

            migrationBuilder.DropColumn(
                name: "remind_on",
                table: "assignments");
        }
    }
}
