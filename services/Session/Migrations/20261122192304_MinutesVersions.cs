using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Campaign.Sessions.Migrations
{
    /// <inheritdoc />
    public partial class MinutesVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "minutes_versions",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    symbol = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    chair = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    secretary = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    written_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    written_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    chair_signed_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    chair_signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    secretary_signed_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    secretary_signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_minutes_versions", x => new { x.session_id, x.number });
                    table.ForeignKey(
                        name: "fk_minutes_versions_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            // minutes from before: their author was the one who closed the session, as the audit log says
            migrationBuilder.Sql(
                """
                insert into minutes_versions (session_id, number, text, symbol, chair, secretary, written_by, written_by_name, written_at)
                select m.session_id, 1, m.text, '', '', '', coalesce(a.subject, ''), '', coalesce(a.at, s.ended_at, s.starts_at)
                from session_minutes m join sessions s on s.id = m.session_id
                left join lateral (select subject, at from audit_log where entity = 'Session' and entity_id = m.session_id::text and action = 'close' limit 1) a on true
                """);
            migrationBuilder.DropTable(
                name: "session_minutes");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "session_minutes",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_minutes", x => x.session_id);
                    table.ForeignKey(
                        name: "fk_session_minutes_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql(
                "insert into session_minutes select distinct on (session_id) session_id, text from minutes_versions order by session_id, number desc");
            migrationBuilder.DropTable(
                name: "minutes_versions");
        }
    }
}
