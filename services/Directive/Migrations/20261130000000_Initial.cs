using System;
using Campaign.Directives;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Campaign.Directives.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(DirectiveDb))]
    [Migration("20261130000000_Initial")]
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,");

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
                name: "calendar_days",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    is_working = table.Column<bool>(type: "boolean", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    verified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_days", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "campaigns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: false),
                    lead_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_unit_path = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, collation: "C"),
                    topics = table.Column<string[]>(type: "text[]", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaigns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "document_types",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    english_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    symbol_codes = table.Column<string[]>(type: "text[]", nullable: false),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    verified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_types", x => new { x.code, x.valid_from });
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
                name: "mail_days",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_days", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "mails",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    unit_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    state = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mails", x => x.id);
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
                name: "relation_kinds",
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
                    table.PrimaryKey("pk_relation_kinds", x => new { x.code, x.valid_from });
                });

            migrationBuilder.CreateTable(
                name: "requirement_kinds",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    completion = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    english_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    verified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_requirement_kinds", x => new { x.code, x.valid_from });
                    table.CheckConstraint("ck_requirement_kinds_completion", "completion in ('acknowledgement', 'report', 'session')");
                });

            migrationBuilder.CreateTable(
                name: "roll_ups",
                columns: table => new
                {
                    directive_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<short>(type: "smallint", nullable: false),
                    unit_path = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, collation: "C"),
                    requirement_no = table.Column<int>(type: "integer", nullable: false),
                    assignments = table.Column<int>(type: "integer", nullable: false),
                    acknowledged = table.Column<int>(type: "integer", nullable: false),
                    completed = table.Column<int>(type: "integer", nullable: false),
                    on_time = table.Column<int>(type: "integer", nullable: false),
                    overdue = table.Column<int>(type: "integer", nullable: false),
                    returned = table.Column<int>(type: "integer", nullable: false),
                    reported = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roll_ups", x => new { x.directive_id, x.level, x.unit_path, x.requirement_no });
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
                name: "urgencies",
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
                    table.PrimaryKey("pk_urgencies", x => new { x.code, x.valid_from });
                });

            migrationBuilder.CreateTable(
                name: "directives",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_type = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    symbol = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    type_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    issuer_suffix = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    issuer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    issuer_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    owner_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_unit_path = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, collation: "C"),
                    signer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    signed_year = table.Column<int>(type: "integer", nullable: false),
                    carries_out_id = table.Column<Guid>(type: "uuid", nullable: true),
                    signer_capacity = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    place = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: true),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    urgency = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: true),
                    circulation = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    replaced_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    units = table.Column<int>(type: "integer", nullable: false),
                    search = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directives", x => x.id);
                    table.CheckConstraint("ck_directives_carries_out_another", "carries_out_id <> id");
                    table.ForeignKey(
                        name: "fk_directives_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_directives_directives_carries_out_id",
                        column: x => x.carries_out_id,
                        principalTable: "directives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_directives_directives_replaced_by_id",
                        column: x => x.replaced_by_id,
                        principalTable: "directives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assignments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    directive_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_path = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, collation: "C"),
                    district = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    requirement_no = table.Column<int>(type: "integer", nullable: false),
                    requirement = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    completion = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    part = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false),
                    acknowledged_on = table.Column<DateOnly>(type: "date", nullable: true),
                    completed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    overdue_on = table.Column<DateOnly>(type: "date", nullable: true),
                    asked_until = table.Column<DateOnly>(type: "date", nullable: true),
                    session_id = table.Column<Guid>(type: "uuid", nullable: true),
                    report = table.Column<string>(type: "text", nullable: true),
                    remind_on = table.Column<DateOnly>(type: "date", nullable: false, defaultValue: new DateOnly(1, 1, 1)),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignments", x => x.id);
                    table.ForeignKey(
                        name: "fk_assignments_directives_directive_id",
                        column: x => x.directive_id,
                        principalTable: "directives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    directive_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bytes = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    folded = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false, computedColumnSql: "to_tsvector('simple'::regconfig, left(folded, 400000))", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachments", x => x.id);
                    table.ForeignKey(
                        name: "fk_attachments_directives_directive_id",
                        column: x => x.directive_id,
                        principalTable: "directives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directive_bodies",
                columns: table => new
                {
                    directive_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    folded = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false, computedColumnSql: "to_tsvector('simple'::regconfig, left(folded, 400000))", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directive_bodies", x => x.directive_id);
                    table.ForeignKey(
                        name: "fk_directive_bodies_directives_directive_id",
                        column: x => x.directive_id,
                        principalTable: "directives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directive_relations",
                columns: table => new
                {
                    from_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directive_relations", x => new { x.from_id, x.to_id, x.kind });
                    table.CheckConstraint("ck_directive_relations_another", "from_id <> to_id");
                    table.ForeignKey(
                        name: "fk_directive_relations_directives_from_id",
                        column: x => x.from_id,
                        principalTable: "directives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_directive_relations_directives_to_id",
                        column: x => x.to_id,
                        principalTable: "directives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "issue_job",
                columns: table => new
                {
                    directive_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    requirements = table.Column<string>(type: "jsonb", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    rule_under = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true, collation: "C"),
                    rule_types = table.Column<string[]>(type: "text[]", nullable: true),
                    lead_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    cooperating_unit_ids = table.Column<Guid[]>(type: "uuid[]", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    trace_parent = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    done = table.Column<int>(type: "integer", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    error = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issue_job", x => x.directive_id);
                    table.ForeignKey(
                        name: "fk_issue_job_directives_directive_id",
                        column: x => x.directive_id,
                        principalTable: "directives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "assignment_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignment_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_assignment_notes_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commitments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: true),
                    session_id = table.Column<Guid>(type: "uuid", nullable: true),
                    session_topic = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_path = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, collation: "C"),
                    district = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    head_id = table.Column<Guid>(type: "uuid", nullable: true),
                    directive_id = table.Column<Guid>(type: "uuid", nullable: true),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    made_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    next_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    to_confirm = table.Column<int>(type: "integer", nullable: false),
                    fulfilled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commitments", x => x.id);
                    table.ForeignKey(
                        name: "fk_commitments_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commitments_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commitments_directives_directive_id",
                        column: x => x.directive_id,
                        principalTable: "directives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attachment_chunks",
                columns: table => new
                {
                    attachment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    no = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachment_chunks", x => new { x.attachment_id, x.no });
                    table.ForeignKey(
                        name: "fk_attachment_chunks_attachments_attachment_id",
                        column: x => x.attachment_id,
                        principalTable: "attachments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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

            migrationBuilder.CreateTable(
                name: "commitment_deeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    commitment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    no = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    target = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: false),
                    measure = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    done = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    reached_on = table.Column<DateOnly>(type: "date", nullable: true),
                    confirmed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    confirmed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    withdrawn_because = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commitment_deeds", x => x.id);
                    table.ForeignKey(
                        name: "fk_commitment_deeds_commitments_commitment_id",
                        column: x => x.commitment_id,
                        principalTable: "commitments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commitment_progress",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    deed_id = table.Column<Guid>(type: "uuid", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: false),
                    evidence = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commitment_progress", x => x.id);
                    table.ForeignKey(
                        name: "fk_commitment_progress_commitment_deeds_deed_id",
                        column: x => x.deed_id,
                        principalTable: "commitment_deeds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "calendar_days",
                columns: new[] { "day", "is_working", "name", "source", "verified" },
                values: new object[,]
                {
                    { new DateOnly(2021, 1, 1), false, "Tết Dương lịch", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2021, 2, 10), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2021, 2, 11), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2021, 2, 12), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2021, 2, 13), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2021, 2, 14), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2021, 2, 15), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2021, 2, 16), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2021, 4, 21), false, "Giỗ Tổ Hùng Vương", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2021, 4, 30), false, "Ngày Chiến thắng", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2021, 5, 1), false, "Ngày Quốc tế lao động", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2021, 5, 3), false, "Nghỉ bù", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2021, 9, 2), false, "Quốc khánh", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2021, 9, 3), false, "Quốc khánh", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2022, 1, 1), false, "Tết Dương lịch", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2022, 1, 3), false, "Nghỉ bù", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2022, 1, 31), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2022, 2, 1), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2022, 2, 2), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2022, 2, 3), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2022, 2, 4), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2022, 4, 11), false, "Giỗ Tổ Hùng Vương (nghỉ bù)", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2022, 4, 30), false, "Ngày Chiến thắng", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2022, 5, 1), false, "Ngày Quốc tế lao động", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2022, 5, 2), false, "Nghỉ bù", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2022, 5, 3), false, "Nghỉ bù", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2022, 9, 1), false, "Quốc khánh", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2022, 9, 2), false, "Quốc khánh", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2023, 1, 1), false, "Tết Dương lịch", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2023, 1, 2), false, "Nghỉ bù", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2023, 1, 20), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2023, 1, 21), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2023, 1, 22), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2023, 1, 23), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2023, 1, 24), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2023, 1, 25), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2023, 1, 26), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2023, 4, 29), false, "Giỗ Tổ Hùng Vương", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2023, 4, 30), false, "Ngày Chiến thắng", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2023, 5, 1), false, "Ngày Quốc tế lao động", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2023, 5, 2), false, "Nghỉ bù", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2023, 5, 3), false, "Nghỉ bù", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2023, 9, 1), false, "Quốc khánh", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2023, 9, 2), false, "Quốc khánh", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2023, 9, 4), false, "Nghỉ bù", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2024, 1, 1), false, "Tết Dương lịch", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2024, 2, 8), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2024, 2, 9), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2024, 2, 10), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2024, 2, 11), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2024, 2, 12), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2024, 2, 13), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2024, 2, 14), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2024, 4, 18), false, "Giỗ Tổ Hùng Vương", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2024, 4, 29), false, "Hoán đổi ngày làm việc", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2024, 4, 30), false, "Ngày Chiến thắng", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2024, 5, 1), false, "Ngày Quốc tế lao động", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2024, 5, 4), true, "Làm việc bù", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2024, 9, 2), false, "Quốc khánh", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2024, 9, 3), false, "Quốc khánh", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2025, 1, 1), false, "Tết Dương lịch", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2025, 1, 27), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2025, 1, 28), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2025, 1, 29), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2025, 1, 30), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2025, 1, 31), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2025, 4, 7), false, "Giỗ Tổ Hùng Vương", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2025, 4, 26), true, "Làm việc bù", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2025, 4, 30), false, "Ngày Chiến thắng", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2025, 5, 1), false, "Ngày Quốc tế lao động", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2025, 5, 2), false, "Hoán đổi ngày làm việc", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2025, 9, 1), false, "Quốc khánh", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2025, 9, 2), false, "Quốc khánh", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2026, 1, 1), false, "Tết Dương lịch", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2026, 1, 2), false, "Hoán đổi ngày làm việc", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2026, 1, 10), true, "Làm việc bù", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2026, 2, 16), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2026, 2, 17), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2026, 2, 18), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2026, 2, 19), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2026, 2, 20), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2026, 4, 27), false, "Giỗ Tổ Hùng Vương (nghỉ bù)", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2026, 4, 30), false, "Ngày Chiến thắng", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2026, 5, 1), false, "Ngày Quốc tế lao động", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2026, 8, 22), true, "Làm việc bù", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2026, 8, 31), false, "Hoán đổi ngày làm việc", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2026, 9, 1), false, "Quốc khánh", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2026, 9, 2), false, "Quốc khánh", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2027, 1, 1), false, "Tết Dương lịch", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2027, 2, 5), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2027, 2, 6), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2027, 2, 7), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2027, 2, 8), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2027, 2, 9), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2027, 2, 10), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2027, 2, 11), false, "Tết Nguyên đán", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2027, 4, 16), false, "Giỗ Tổ Hùng Vương", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2027, 4, 30), false, "Ngày Chiến thắng", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2027, 5, 1), false, "Ngày Quốc tế lao động", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2027, 5, 3), false, "Nghỉ bù", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false },
                    { new DateOnly(2027, 9, 2), false, "Quốc khánh", "Bộ luật Lao động 45/2019/QH14, Điều 112", true },
                    { new DateOnly(2027, 9, 3), false, "Quốc khánh", "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu", false }
                });

            migrationBuilder.InsertData(
                table: "document_types",
                columns: new[] { "code", "valid_from", "english_name", "name", "source", "symbol_codes", "valid_to", "verified" },
                values: new object[,]
                {
                    { "BB", new DateOnly(1997, 1, 1), "Minutes", "Biên bản", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "BB" }, new DateOnly(2026, 1, 9), false },
                    { "BB", new DateOnly(2026, 1, 9), "Minutes", "Biên bản", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "BB" }, null, false },
                    { "BC", new DateOnly(1997, 1, 1), "Report", "Báo cáo", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "BC" }, new DateOnly(2026, 1, 9), false },
                    { "BC", new DateOnly(2026, 1, 9), "Report", "Báo cáo", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "BC" }, null, true },
                    { "BGN", new DateOnly(2020, 3, 5), "Memorandum", "Bản ghi nhớ", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "BGN" }, null, false },
                    { "BTT", new DateOnly(2020, 3, 5), "Agreement", "Bản thỏa thuận", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "BTT" }, null, false },
                    { "CĐ", new DateOnly(2020, 3, 5), "Official telegram", "Công điện", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "CĐ" }, null, false },
                    { "ChL", new DateOnly(1997, 1, 1), "Strategy", "Chiến lược", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "ChL" }, new DateOnly(2026, 1, 9), false },
                    { "ChL", new DateOnly(2026, 1, 9), "Strategy", "Chiến lược", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "ChL" }, null, false },
                    { "CL", new DateOnly(1997, 1, 1), "Political platform", "Cương lĩnh", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "CL" }, new DateOnly(2026, 1, 9), false },
                    { "CL", new DateOnly(2026, 1, 9), "Political platform", "Cương lĩnh", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "CL" }, null, false },
                    { "CT", new DateOnly(1997, 1, 1), "Directive", "Chỉ thị", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "CT" }, new DateOnly(2026, 1, 9), false },
                    { "CT", new DateOnly(2026, 1, 9), "Directive", "Chỉ thị", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "CT" }, null, true },
                    { "CTr", new DateOnly(1997, 1, 1), "Programme", "Chương trình", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "CTr" }, new DateOnly(2026, 1, 9), false },
                    { "CTr", new DateOnly(2026, 1, 9), "Programme", "Chương trình", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "CTr" }, null, true },
                    { "CV", new DateOnly(1997, 1, 1), "Official letter", "Công văn", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "CV" }, new DateOnly(2026, 1, 9), false },
                    { "CV", new DateOnly(2026, 1, 9), "Official letter", "Công văn", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "CV" }, null, true },
                    { "DA", new DateOnly(1997, 1, 1), "Project", "Dự án", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "DA" }, new DateOnly(2026, 1, 9), false },
                    { "DA", new DateOnly(2026, 1, 9), "Project", "Dự án", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "DA" }, null, false },
                    { "ĐA", new DateOnly(1997, 1, 1), "Scheme", "Đề án", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "ĐA" }, new DateOnly(2026, 1, 9), false },
                    { "ĐA", new DateOnly(2026, 1, 9), "Scheme", "Đề án", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "ĐA" }, null, true },
                    { "ĐL", new DateOnly(1997, 1, 1), "Statutes", "Điều lệ", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "ĐL" }, new DateOnly(2026, 1, 9), false },
                    { "ĐL", new DateOnly(2026, 1, 9), "Statutes", "Điều lệ", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "ĐL" }, null, false },
                    { "GGT", new DateOnly(2020, 3, 5), "Letter of introduction", "Giấy giới thiệu", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "GGT" }, null, false },
                    { "GM", new DateOnly(2020, 3, 5), "Invitation", "Giấy mời", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "GM" }, null, false },
                    { "GNP", new DateOnly(2020, 3, 5), "Leave of absence", "Giấy nghỉ phép", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "GNP" }, null, false },
                    { "GUQ", new DateOnly(2020, 3, 5), "Power of attorney", "Giấy ủy quyền", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "GUQ" }, null, false },
                    { "HD", new DateOnly(1997, 1, 1), "Guidance", "Hướng dẫn", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "HD" }, new DateOnly(2026, 1, 9), false },
                    { "HD", new DateOnly(2026, 1, 9), "Guidance", "Hướng dẫn", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "HD" }, null, true },
                    { "HĐ", new DateOnly(2020, 3, 5), "Contract", "Hợp đồng", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "HĐ" }, null, false },
                    { "KH", new DateOnly(1997, 1, 1), "Plan", "Kế hoạch", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "KH" }, new DateOnly(2026, 1, 9), false },
                    { "KH", new DateOnly(2026, 1, 9), "Plan", "Kế hoạch", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "KH" }, null, true },
                    { "KL", new DateOnly(1997, 1, 1), "Conclusion", "Kết luận", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "KL" }, new DateOnly(2026, 1, 9), false },
                    { "KL", new DateOnly(2026, 1, 9), "Conclusion", "Kết luận", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "KL" }, null, true },
                    { "LKG", new DateOnly(1997, 1, 1), "Appeal", "Lời kêu gọi", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "LKG" }, new DateOnly(2026, 1, 9), false },
                    { "LKG", new DateOnly(2026, 1, 9), "Appeal", "Lời kêu gọi", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "LKG" }, null, false },
                    { "NQ", new DateOnly(1997, 1, 1), "Resolution", "Nghị quyết", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "NQ" }, new DateOnly(2026, 1, 9), false },
                    { "NQ", new DateOnly(2026, 1, 9), "Resolution", "Nghị quyết", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "NQ" }, null, true },
                    { "PA", new DateOnly(1997, 1, 1), "Proposal", "Phương án", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "PA" }, new DateOnly(2026, 1, 9), false },
                    { "PA", new DateOnly(2026, 1, 9), "Proposal", "Phương án", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "PA" }, null, false },
                    { "PB", new DateOnly(2020, 3, 5), "Notification slip", "Phiếu báo", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "PB" }, null, false },
                    { "PC", new DateOnly(2020, 3, 5), "Transfer slip", "Phiếu chuyển", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "PC" }, null, false },
                    { "PG", new DateOnly(2020, 3, 5), "Dispatch slip", "Phiếu gửi", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "PG" }, null, false },
                    { "QC", new DateOnly(1997, 1, 1), "Working regulations", "Quy chế", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "QC" }, new DateOnly(2026, 1, 9), false },
                    { "QC", new DateOnly(2026, 1, 9), "Working regulations", "Quy chế", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "QC" }, null, true },
                    { "QĐ", new DateOnly(1997, 1, 1), "Decision", "Quyết định", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "QĐ" }, new DateOnly(2026, 1, 9), false },
                    { "QĐ", new DateOnly(2026, 1, 9), "Decision", "Quyết định", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "QĐ" }, null, true },
                    { "QH", new DateOnly(1997, 1, 1), "Master plan", "Quy hoạch", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "QH" }, new DateOnly(2026, 1, 9), false },
                    { "QH", new DateOnly(2026, 1, 9), "Master plan", "Quy hoạch", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "QH" }, null, false },
                    { "QyĐ", new DateOnly(1997, 1, 1), "Regulation", "Quy định", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "QyĐ", "QĐ" }, new DateOnly(2026, 1, 9), false },
                    { "QyĐ", new DateOnly(2026, 1, 9), "Regulation", "Quy định", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "QyĐ", "QĐ" }, null, true },
                    { "TB", new DateOnly(1997, 1, 1), "Notice", "Thông báo", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "TB" }, new DateOnly(2026, 1, 9), false },
                    { "TB", new DateOnly(2026, 1, 9), "Notice", "Thông báo", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "TB" }, null, true },
                    { "TC", new DateOnly(1997, 1, 1), "Communiqué", "Thông cáo", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "TC" }, new DateOnly(2026, 1, 9), false },
                    { "TC", new DateOnly(2026, 1, 9), "Communiqué", "Thông cáo", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "TC" }, null, false },
                    { "TCg", new DateOnly(2020, 3, 5), "Public letter", "Thư công", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "TCg" }, null, false },
                    { "TT", new DateOnly(1997, 1, 1), "Circular", "Thông tri", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "TT" }, new DateOnly(2026, 1, 9), false },
                    { "TT", new DateOnly(2026, 1, 9), "Circular", "Thông tri", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "TT" }, null, false },
                    { "TTr", new DateOnly(1997, 1, 1), "Submission", "Tờ trình", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "TTr" }, new DateOnly(2026, 1, 9), false },
                    { "TTr", new DateOnly(2026, 1, 9), "Submission", "Tờ trình", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "TTr" }, null, true },
                    { "TuB", new DateOnly(1997, 1, 1), "Declaration", "Tuyên bố", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "TuB" }, new DateOnly(2026, 1, 9), false },
                    { "TuB", new DateOnly(2026, 1, 9), "Declaration", "Tuyên bố", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "TuB" }, null, false }
                });

            migrationBuilder.InsertData(
                table: "relation_kinds",
                columns: new[] { "code", "valid_from", "english_name", "name", "position", "source", "valid_to", "verified" },
                values: new object[,]
                {
                    { "amends", new DateOnly(1997, 1, 1), "amends", "sửa đổi", 1, "Văn bản hành chính: căn cứ, sửa đổi, thay thế; chưa đối chiếu", null, false },
                    { "continues", new DateOnly(1997, 1, 1), "continues", "tiếp tục", 3, "Văn bản hành chính: căn cứ, sửa đổi, thay thế; chưa đối chiếu", null, false },
                    { "is-based-on", new DateOnly(1997, 1, 1), "is based on", "căn cứ", 4, "Văn bản hành chính: căn cứ, sửa đổi, thay thế; chưa đối chiếu", null, false },
                    { "replaces", new DateOnly(1997, 1, 1), "replaces", "thay thế", 2, "Văn bản hành chính: căn cứ, sửa đổi, thay thế; chưa đối chiếu", null, false }
                });

            migrationBuilder.InsertData(
                table: "requirement_kinds",
                columns: new[] { "code", "valid_from", "completion", "english_name", "name", "position", "source", "valid_to", "verified" },
                values: new object[,]
                {
                    { "acknowledge", new DateOnly(2011, 1, 1), "acknowledgement", "Acknowledge", "Tiếp nhận", 1, "Chỉ thị 05-CT/TW, 15/5/2016; chưa đối chiếu", null, false },
                    { "plan", new DateOnly(2011, 1, 1), "report", "Plan of the unit", "Kế hoạch của đơn vị", 3, "Chỉ thị 05-CT/TW, 15/5/2016; chưa đối chiếu", null, false },
                    { "report", new DateOnly(2011, 1, 1), "report", "Report", "Báo cáo", 5, "Chỉ thị 05-CT/TW, 15/5/2016; chưa đối chiếu", null, false },
                    { "study-conference", new DateOnly(2011, 1, 1), "session", "Study conference", "Hội nghị học tập", 2, "Chỉ thị 05-CT/TW, 15/5/2016; chưa đối chiếu", null, false },
                    { "thematic-meeting", new DateOnly(2011, 1, 1), "session", "Thematic meeting", "Sinh hoạt chuyên đề", 4, "Chỉ thị 05-CT/TW, 15/5/2016; chưa đối chiếu", null, false }
                });

            migrationBuilder.InsertData(
                table: "urgencies",
                columns: new[] { "code", "valid_from", "english_name", "name", "position", "source", "valid_to", "verified" },
                values: new object[,]
                {
                    { "immediate", new DateOnly(1997, 1, 1), "Immediate", "Hỏa tốc", 3, "Quy định 399-QĐ/TW (9/1/2026); Nghị định 30/2020/NĐ-CP; chưa đối chiếu", null, false },
                    { "urgent", new DateOnly(1997, 1, 1), "Urgent", "Khẩn", 1, "Quy định 399-QĐ/TW (9/1/2026); Nghị định 30/2020/NĐ-CP; chưa đối chiếu", null, false },
                    { "very-urgent", new DateOnly(1997, 1, 1), "Very urgent", "Thượng khẩn", 2, "Quy định 399-QĐ/TW (9/1/2026); Nghị định 30/2020/NĐ-CP; chưa đối chiếu", null, false }
                });

            migrationBuilder.CreateIndex(
                name: "ix_assignment_notes_assignment_id",
                table: "assignment_notes",
                column: "assignment_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_asking_for_time",
                table: "assignments",
                column: "unit_path",
                filter: "asked_until is not null");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_directive_id_unit_path_id",
                table: "assignments",
                columns: new[] { "directive_id", "unit_path", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_assignments_falling_due",
                table: "assignments",
                column: "due_on",
                filter: "overdue_on is null and completed_on is null and state <> 'recalled'");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_of_lead",
                table: "assignments",
                column: "directive_id",
                filter: "part is not null");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_to_remind",
                table: "assignments",
                column: "remind_on",
                filter: "completed_on is null and state <> 'recalled'");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_unit_id",
                table: "assignments",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_unit_path_id",
                table: "assignments",
                columns: new[] { "unit_path", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_attachments_directive_id",
                table: "attachments",
                column: "directive_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_attachments_words",
                table: "attachments",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_entity_entity_id_id",
                table: "audit_log",
                columns: new[] { "entity", "entity_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_lead_unit_id",
                table: "campaigns",
                column: "lead_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_lead_unit_path",
                table: "campaigns",
                column: "lead_unit_path");

            migrationBuilder.CreateIndex(
                name: "ix_commitment_deeds_commitment_id_no",
                table: "commitment_deeds",
                columns: new[] { "commitment_id", "no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_commitment_progress_deed_id_done_on_id",
                table: "commitment_progress",
                columns: new[] { "deed_id", "done_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_commitments_assignment_id",
                table: "commitments",
                column: "assignment_id");

            migrationBuilder.CreateIndex(
                name: "ix_commitments_campaign_id",
                table: "commitments",
                column: "campaign_id");

            migrationBuilder.CreateIndex(
                name: "ix_commitments_directive_id",
                table: "commitments",
                column: "directive_id");

            migrationBuilder.CreateIndex(
                name: "ix_commitments_falling_due",
                table: "commitments",
                column: "unit_path",
                filter: "next_due_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_commitments_to_confirm",
                table: "commitments",
                column: "unit_path",
                filter: "to_confirm > 0");

            migrationBuilder.CreateIndex(
                name: "ix_commitments_unit_id",
                table: "commitments",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_commitments_unit_path_id",
                table: "commitments",
                columns: new[] { "unit_path", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_directive_bodies_words",
                table: "directive_bodies",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_directive_relations_to_id",
                table: "directive_relations",
                column: "to_id");

            migrationBuilder.CreateIndex(
                name: "ix_directives_campaign_id_issuer_key_symbol_signed_year",
                table: "directives",
                columns: new[] { "campaign_id", "issuer_key", "symbol", "signed_year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_directives_carries_out_id",
                table: "directives",
                column: "carries_out_id");

            migrationBuilder.CreateIndex(
                name: "ix_directives_owner_unit_id",
                table: "directives",
                column: "owner_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_directives_owner_unit_path",
                table: "directives",
                column: "owner_unit_path");

            migrationBuilder.CreateIndex(
                name: "ix_directives_replaced_by_id",
                table: "directives",
                column: "replaced_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_directives_search",
                table: "directives",
                column: "search")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_at",
                table: "idempotency_keys",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_issue_job_not_before",
                table: "issue_job",
                column: "not_before",
                filter: "finished_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_issue_job_rule_under",
                table: "issue_job",
                column: "rule_under",
                filter: "rule_under is not null");

            migrationBuilder.CreateIndex(
                name: "ix_mails_account_id_day",
                table: "mails",
                columns: new[] { "account_id", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mails_day_state",
                table: "mails",
                columns: new[] { "day", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_mails_not_before",
                table: "mails",
                column: "not_before",
                filter: "state = 'waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_members_unit_path",
                table: "members",
                column: "unit_path");

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

            migrationBuilder.CreateIndex(
                name: "ix_roll_ups_late",
                table: "roll_ups",
                columns: new[] { "directive_id", "level", "unit_path" },
                filter: "completed - on_time + overdue > 0");

            migrationBuilder.CreateIndex(
                name: "ix_unit_directory_path",
                table: "unit_directory",
                column: "path");
        }
    }
}
