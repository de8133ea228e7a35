using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Campaign.Sessions.Migrations
{
    /// <inheritdoc />
    public partial class PlanAndInvite : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_sessions_assignment_id",
                table: "sessions");

            migrationBuilder.DropIndex(
                name: "ix_sessions_unit_path",
                table: "sessions");

            migrationBuilder.AddColumn<string>(
                name: "activity",
                table: "sessions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "cancel_reason",
                table: "sessions",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "changed_at",
                table: "sessions",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            migrationBuilder.AddColumn<Guid>(
                name: "series_id",
                table: "sessions",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "calendar_feeds",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_feeds", x => new { x.kind, x.owner_id });
                });

            migrationBuilder.CreateTable(
                name: "guests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    full_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    role = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    organisation = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guests", x => x.id);
                    table.ForeignKey(
                        name: "fk_guests_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invitation_answers",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    answer = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    question = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_answers", x => new { x.session_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_invitation_answers_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "series",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    unit_path = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, collation: "C"),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    activity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    topic = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    form = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    planned_minutes = table.Column<int>(type: "integer", nullable: false),
                    participant_ids = table.Column<Guid[]>(type: "uuid[]", nullable: true),
                    ended_from = table.Column<DateOnly>(type: "date", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: true),
                    day = table.Column<int>(type: "integer", nullable: true),
                    every_months = table.Column<int>(type: "integer", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    week = table.Column<int>(type: "integer", nullable: true),
                    weekday = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_series", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "session_activities",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    verified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_activities", x => new { x.code, x.valid_from });
                });

            migrationBuilder.CreateTable(
                name: "series_occurrences",
                columns: table => new
                {
                    series_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: true),
                    skipped = table.Column<bool>(type: "boolean", nullable: false),
                    moved_to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_series_occurrences", x => new { x.series_id, x.day });
                    table.ForeignKey(
                        name: "fk_series_occurrences_series_series_id",
                        column: x => x.series_id,
                        principalTable: "series",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "session_activities",
                columns: new[] { "code", "valid_from", "name", "position", "source", "valid_to", "verified" },
                values: new object[,]
                {
                    { "contest", new DateOnly(2011, 1, 1), "Hội thi, tìm hiểu", 7, "Hướng dẫn 12-HD/BTCTW, 2018: đổi mới hình thức sinh hoạt", null, false },
                    { "discussion", new DateOnly(2011, 1, 1), "Trao đổi, thảo luận", 1, "Hướng dẫn 12-HD/BTCTW, 2018: đổi mới hình thức sinh hoạt", null, false },
                    { "exhibition", new DateOnly(2011, 1, 1), "Tham quan triển lãm, bảo tàng", 5, "Hướng dẫn 12-HD/BTCTW, 2018: đổi mới hình thức sinh hoạt", null, false },
                    { "field-visit", new DateOnly(2011, 1, 1), "Về nguồn, đi thực tế", 4, "Hướng dẫn 12-HD/BTCTW, 2018: đổi mới hình thức sinh hoạt", null, false },
                    { "film", new DateOnly(2011, 1, 1), "Xem phim tư liệu", 6, "Hướng dẫn 12-HD/BTCTW, 2018: đổi mới hình thức sinh hoạt", null, false },
                    { "story-telling", new DateOnly(2011, 1, 1), "Kể chuyện", 3, "Hướng dẫn 12-HD/BTCTW, 2018: đổi mới hình thức sinh hoạt", null, false },
                    { "talk", new DateOnly(2011, 1, 1), "Nói chuyện chuyên đề", 2, "Hướng dẫn 12-HD/BTCTW, 2018: đổi mới hình thức sinh hoạt", null, false }
                });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_assignment_id",
                table: "sessions",
                column: "assignment_id",
                unique: true,
                filter: "state <> 'cancelled'");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_unit_path_starts_at",
                table: "sessions",
                columns: new[] { "unit_path", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feeds_id",
                table: "calendar_feeds",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_guests_session_id",
                table: "guests",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_series_due_on",
                table: "series",
                column: "due_on",
                filter: "due_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_series_unit_id",
                table: "series",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_series_unit_path_id",
                table: "series",
                columns: new[] { "unit_path", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calendar_feeds");

            migrationBuilder.DropTable(
                name: "guests");

            migrationBuilder.DropTable(
                name: "invitation_answers");

            migrationBuilder.DropTable(
                name: "series_occurrences");

            migrationBuilder.DropTable(
                name: "session_activities");

            migrationBuilder.DropTable(
                name: "series");

            migrationBuilder.DropIndex(
                name: "ix_sessions_assignment_id",
                table: "sessions");

            migrationBuilder.DropIndex(
                name: "ix_sessions_unit_path_starts_at",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "activity",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "cancel_reason",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "changed_at",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "series_id",
                table: "sessions");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_assignment_id",
                table: "sessions",
                column: "assignment_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_unit_path",
                table: "sessions",
                column: "unit_path");
        }
    }
}
