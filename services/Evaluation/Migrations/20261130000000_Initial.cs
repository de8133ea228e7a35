using System;
using Campaign.Evaluation;
using Campaign.Hosting.Database;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Campaign.Evaluation.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(EvaluationDb))]
    [Migration("20261130000000_Initial")]
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "assignments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_version = table.Column<long>(type: "bigint", nullable: false),
                    on_time = table.Column<bool>(type: "boolean", nullable: true),
                    done_version = table.Column<long>(type: "bigint", nullable: false),
                    overdue = table.Column<bool>(type: "boolean", nullable: false),
                    overdue_version = table.Column<long>(type: "bigint", nullable: false),
                    recalled = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "attendance",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendance", x => new { x.member_id, x.held_on, x.session_id });
                });

            migrationBuilder.CreateTable(
                name: "attendance_parts",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    members = table.Column<Guid[]>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendance_parts", x => new { x.session_id, x.part });
                });

            migrationBuilder.CreateTable(
                name: "audit_log",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    subject = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    action = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    entity = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    entity_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    details = table.Column<string>(type: "jsonb", nullable: false),
                    address = table.Column<string>(type: "text", nullable: true),
                    trace_id = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_log", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "awards",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    granted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    revoked_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_awards", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "commitments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fulfilled_on = table.Column<DateOnly>(type: "date", nullable: false),
                    on_time = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commitments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                columns: table => new
                {
                    subject = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    request = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: true),
                    location = table.Column<string>(type: "text", nullable: true),
                    etag = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_keys", x => new { x.subject, x.key });
                });

            migrationBuilder.CreateTable(
                name: "members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    full_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_path = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, collation: "C"),
                    district = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "periods",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_path = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, collation: "C"),
                    member_rule_set = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    unit_rule_set = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_periods", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ranks",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    english_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    verified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ranks", x => new { x.code, x.valid_from });
                });

            migrationBuilder.CreateTable(
                name: "rule_sets",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    excellent_cap_percent = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    cap_rounding = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    cap_minimum = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    verified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_sets", x => new { x.code, x.version });
                });

            migrationBuilder.CreateTable(
                name: "session_qualities",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    points = table.Column<int>(type: "integer", nullable: false),
                    max_points = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_qualities", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_directory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    short_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    path = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, collation: "C"),
                    district = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    successor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_directory", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "period_counts",
                columns: table => new
                {
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    district = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    measure = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_period_counts", x => new { x.period_id, x.district, x.measure });
                    table.ForeignKey(
                        name: "fk_period_counts_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_path = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, collation: "C"),
                    district = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    self_common = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    self_task = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    self_comment = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    proposal_common = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    proposal_task = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    proposal_comment = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    proposed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    score = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    rank = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    rule_set = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    override_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviews", x => x.id);
                    table.ForeignKey(
                        name: "fk_reviews_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "rule_set_bands",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(60)", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    rank = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    from = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_set_bands", x => new { x.code, x.version, x.rank });
                    table.ForeignKey(
                        name: "fk_rule_set_bands_rule_sets_code_version",
                        columns: x => new { x.code, x.version },
                        principalTable: "rule_sets",
                        principalColumns: new[] { "code", "version" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "rule_set_conditions",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(60)", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    rank = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    measure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at_least = table.Column<decimal>(type: "numeric(7,2)", precision: 7, scale: 2, nullable: true),
                    at_most = table.Column<decimal>(type: "numeric(7,2)", precision: 7, scale: 2, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_set_conditions", x => new { x.code, x.version, x.rank, x.measure });
                    table.ForeignKey(
                        name: "fk_rule_set_conditions_rule_sets_code_version",
                        columns: x => new { x.code, x.version },
                        principalTable: "rule_sets",
                        principalColumns: new[] { "code", "version" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_assignments_unit_id_due_on",
                table: "assignments",
                columns: new[] { "unit_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_entity_entity_id_id",
                table: "audit_log",
                columns: new[] { "entity", "entity_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_awards_subject_id_granted_on",
                table: "awards",
                columns: new[] { "subject_id", "granted_on" });

            migrationBuilder.CreateIndex(
                name: "ix_commitments_subject_id_fulfilled_on",
                table: "commitments",
                columns: new[] { "subject_id", "fulfilled_on" });

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_at",
                table: "idempotency_keys",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_members_unit_path",
                table: "members",
                column: "unit_path");

            migrationBuilder.CreateIndex(
                name: "ix_periods_campaign_id_unit_id_name",
                table: "periods",
                columns: new[] { "campaign_id", "unit_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_periods_unit_path",
                table: "periods",
                column: "unit_path");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_period_id_rank_unit_path_id",
                table: "reviews",
                columns: new[] { "period_id", "rank", "unit_path", "id" },
                filter: "rank is not null");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_period_id_state_unit_path_id",
                table: "reviews",
                columns: new[] { "period_id", "state", "unit_path", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_reviews_period_id_subject_kind_subject_id",
                table: "reviews",
                columns: new[] { "period_id", "subject_kind", "subject_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reviews_period_id_unit_path_id",
                table: "reviews",
                columns: new[] { "period_id", "unit_path", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_session_qualities_unit_id_held_on",
                table: "session_qualities",
                columns: new[] { "unit_id", "held_on" });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_unit_id_held_on",
                table: "sessions",
                columns: new[] { "unit_id", "held_on" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_directory_path",
                table: "unit_directory",
                column: "path");

            migrationBuilder.SqlFile("decided_reviews_are_final.sql");
        }
    }
}
