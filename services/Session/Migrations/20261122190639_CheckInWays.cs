using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Campaign.Sessions.Migrations
{
    /// <inheritdoc />
    public partial class CheckInWays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "secret",
                table: "sessions",
                type: "bytea",
                nullable: false,
                defaultValueSql: "decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "early_at",
                table: "attendance",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "early_by",
                table: "attendance",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "early_from",
                table: "attendance",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "line",
                table: "attendance",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "minutes",
                table: "attendance",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "attendance",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "way",
                table: "attendance",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "attendance_statuses",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    counts_as = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    takes_minutes = table.Column<bool>(type: "boolean", nullable: false),
                    needs_reason = table.Column<bool>(type: "boolean", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    verified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendance_statuses", x => new { x.code, x.valid_from });
                });

            migrationBuilder.CreateTable(
                name: "temporary_attendees",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    full_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_temporary_attendees", x => x.id);
                    table.ForeignKey(
                        name: "fk_temporary_attendees_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wrong_codes",
                columns: table => new
                {
                    account = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    wrong = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wrong_codes", x => x.account);
                });

            migrationBuilder.InsertData(
                table: "attendance_statuses",
                columns: new[] { "code", "valid_from", "counts_as", "name", "needs_reason", "position", "source", "takes_minutes", "valid_to", "verified" },
                values: new object[,]
                {
                    { "absent", new DateOnly(2011, 1, 1), "absent", "Vắng không lý do", false, 5, "Hướng dẫn 12-HD/BTCTW, 2018", false, null, false },
                    { "excused", new DateOnly(2011, 1, 1), "excused", "Vắng có lý do", false, 4, "Hướng dẫn 12-HD/BTCTW, 2018", false, null, false },
                    { "late", new DateOnly(2011, 1, 1), "present", "Đến muộn", false, 2, "Hướng dẫn 12-HD/BTCTW, 2018", true, null, false },
                    { "left-early", new DateOnly(2011, 1, 1), "present", "Về sớm", false, 3, "Hướng dẫn 12-HD/BTCTW, 2018", true, null, false },
                    { "present", new DateOnly(2011, 1, 1), "present", "Có mặt", false, 1, "Hướng dẫn 12-HD/BTCTW, 2018", false, null, false }
                });

            migrationBuilder.CreateIndex(
                name: "ix_members_number",
                table: "members",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_temporary_attendees_session_id_id",
                table: "temporary_attendees",
                columns: new[] { "session_id", "id" });

            // sessions from before: numbers on the sheet, and check-ins that were told already and so cannot be undone
            migrationBuilder.Sql(
                """
                update attendance a set line = numbered.line,
                    way = case when a.status = 'present' and exists (select from sessions s where s.id = a.session_id and s.state = 'open') then 'desk' end
                from (select district, session_id, member_id, row_number() over (partition by district, session_id order by member_id) line from attendance) numbered
                where a.district = numbered.district and a.session_id = numbered.session_id and a.member_id = numbered.member_id
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attendance_statuses");

            migrationBuilder.DropTable(
                name: "temporary_attendees");

            migrationBuilder.DropTable(
                name: "wrong_codes");

            migrationBuilder.DropIndex(
                name: "ix_members_number",
                table: "members");

            migrationBuilder.DropColumn(
                name: "secret",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "early_at",
                table: "attendance");

            migrationBuilder.DropColumn(
                name: "early_by",
                table: "attendance");

            migrationBuilder.DropColumn(
                name: "early_from",
                table: "attendance");

            migrationBuilder.DropColumn(
                name: "line",
                table: "attendance");

            migrationBuilder.DropColumn(
                name: "minutes",
                table: "attendance");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "attendance");

            migrationBuilder.DropColumn(
                name: "way",
                table: "attendance");
        }
    }
}
