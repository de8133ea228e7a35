using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Campaign.Directives.Migrations
{
    /// <inheritdoc />
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
                name: "directive_counts",
                columns: table => new
                {
                    district = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    directive_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignments = table.Column<int>(type: "integer", nullable: false),
                    acknowledged = table.Column<int>(type: "integer", nullable: false),
                    completed = table.Column<int>(type: "integer", nullable: false),
                    overdue = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directive_counts", x => new { x.directive_id, x.district });
                });

            migrationBuilder.CreateTable(
                name: "document_types",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
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
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_directory", x => x.id);
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
                    requirement = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false),
                    acknowledged_on = table.Column<DateOnly>(type: "date", nullable: true),
                    completed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    overdue_on = table.Column<DateOnly>(type: "date", nullable: true),
                    session_id = table.Column<Guid>(type: "uuid", nullable: true),
                    report = table.Column<string>(type: "text", nullable: true),
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
                name: "directive_bodies",
                columns: table => new
                {
                    directive_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
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
                name: "issue_job",
                columns: table => new
                {
                    directive_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    requirements = table.Column<string>(type: "jsonb", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
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

            migrationBuilder.InsertData(
                table: "document_types",
                columns: new[] { "code", "valid_from", "name", "source", "symbol_codes", "valid_to", "verified" },
                values: new object[,]
                {
                    { "BB", new DateOnly(1997, 1, 1), "Biên bản", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "BB" }, new DateOnly(2026, 1, 9), false },
                    { "BB", new DateOnly(2026, 1, 9), "Biên bản", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "BB" }, null, false },
                    { "BC", new DateOnly(1997, 1, 1), "Báo cáo", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "BC" }, new DateOnly(2026, 1, 9), false },
                    { "BC", new DateOnly(2026, 1, 9), "Báo cáo", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "BC" }, null, true },
                    { "ChL", new DateOnly(1997, 1, 1), "Chiến lược", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "ChL" }, new DateOnly(2026, 1, 9), false },
                    { "ChL", new DateOnly(2026, 1, 9), "Chiến lược", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "ChL" }, null, false },
                    { "CL", new DateOnly(1997, 1, 1), "Cương lĩnh", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "CL" }, new DateOnly(2026, 1, 9), false },
                    { "CL", new DateOnly(2026, 1, 9), "Cương lĩnh", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "CL" }, null, false },
                    { "CT", new DateOnly(1997, 1, 1), "Chỉ thị", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "CT" }, new DateOnly(2026, 1, 9), false },
                    { "CT", new DateOnly(2026, 1, 9), "Chỉ thị", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "CT" }, null, true },
                    { "CTr", new DateOnly(1997, 1, 1), "Chương trình", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "CTr" }, new DateOnly(2026, 1, 9), false },
                    { "CTr", new DateOnly(2026, 1, 9), "Chương trình", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "CTr" }, null, true },
                    { "CV", new DateOnly(1997, 1, 1), "Công văn", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "CV" }, new DateOnly(2026, 1, 9), false },
                    { "CV", new DateOnly(2026, 1, 9), "Công văn", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "CV" }, null, true },
                    { "DA", new DateOnly(1997, 1, 1), "Dự án", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "DA" }, new DateOnly(2026, 1, 9), false },
                    { "DA", new DateOnly(2026, 1, 9), "Dự án", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "DA" }, null, false },
                    { "ĐA", new DateOnly(1997, 1, 1), "Đề án", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "ĐA" }, new DateOnly(2026, 1, 9), false },
                    { "ĐA", new DateOnly(2026, 1, 9), "Đề án", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "ĐA" }, null, true },
                    { "ĐL", new DateOnly(1997, 1, 1), "Điều lệ", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "ĐL" }, new DateOnly(2026, 1, 9), false },
                    { "ĐL", new DateOnly(2026, 1, 9), "Điều lệ", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "ĐL" }, null, false },
                    { "HD", new DateOnly(1997, 1, 1), "Hướng dẫn", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "HD" }, new DateOnly(2026, 1, 9), false },
                    { "HD", new DateOnly(2026, 1, 9), "Hướng dẫn", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "HD" }, null, true },
                    { "KH", new DateOnly(1997, 1, 1), "Kế hoạch", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "KH" }, new DateOnly(2026, 1, 9), false },
                    { "KH", new DateOnly(2026, 1, 9), "Kế hoạch", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "KH" }, null, true },
                    { "KL", new DateOnly(1997, 1, 1), "Kết luận", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "KL" }, new DateOnly(2026, 1, 9), false },
                    { "KL", new DateOnly(2026, 1, 9), "Kết luận", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "KL" }, null, true },
                    { "LKG", new DateOnly(1997, 1, 1), "Lời kêu gọi", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "LKG" }, new DateOnly(2026, 1, 9), false },
                    { "LKG", new DateOnly(2026, 1, 9), "Lời kêu gọi", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "LKG" }, null, false },
                    { "NQ", new DateOnly(1997, 1, 1), "Nghị quyết", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "NQ" }, new DateOnly(2026, 1, 9), false },
                    { "NQ", new DateOnly(2026, 1, 9), "Nghị quyết", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "NQ" }, null, true },
                    { "PA", new DateOnly(1997, 1, 1), "Phương án", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "PA" }, new DateOnly(2026, 1, 9), false },
                    { "PA", new DateOnly(2026, 1, 9), "Phương án", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "PA" }, null, false },
                    { "QC", new DateOnly(1997, 1, 1), "Quy chế", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "QC" }, new DateOnly(2026, 1, 9), false },
                    { "QC", new DateOnly(2026, 1, 9), "Quy chế", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "QC" }, null, true },
                    { "QĐ", new DateOnly(1997, 1, 1), "Quyết định", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "QĐ" }, new DateOnly(2026, 1, 9), false },
                    { "QĐ", new DateOnly(2026, 1, 9), "Quyết định", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "QĐ" }, null, true },
                    { "QH", new DateOnly(1997, 1, 1), "Quy hoạch", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "QH" }, new DateOnly(2026, 1, 9), false },
                    { "QH", new DateOnly(2026, 1, 9), "Quy hoạch", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "QH" }, null, false },
                    { "QyĐ", new DateOnly(1997, 1, 1), "Quy định", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "QyĐ", "QĐ" }, new DateOnly(2026, 1, 9), false },
                    { "QyĐ", new DateOnly(2026, 1, 9), "Quy định", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "QyĐ", "QĐ" }, null, true },
                    { "TB", new DateOnly(1997, 1, 1), "Thông báo", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "TB" }, new DateOnly(2026, 1, 9), false },
                    { "TB", new DateOnly(2026, 1, 9), "Thông báo", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "TB" }, null, true },
                    { "TC", new DateOnly(1997, 1, 1), "Thông cáo", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "TC" }, new DateOnly(2026, 1, 9), false },
                    { "TC", new DateOnly(2026, 1, 9), "Thông cáo", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "TC" }, null, false },
                    { "TT", new DateOnly(1997, 1, 1), "Thông tri", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "TT" }, new DateOnly(2026, 1, 9), false },
                    { "TT", new DateOnly(2026, 1, 9), "Thông tri", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "TT" }, null, false },
                    { "TTr", new DateOnly(1997, 1, 1), "Tờ trình", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "TTr" }, new DateOnly(2026, 1, 9), false },
                    { "TTr", new DateOnly(2026, 1, 9), "Tờ trình", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "TTr" }, null, true },
                    { "TuB", new DateOnly(1997, 1, 1), "Tuyên bố", "Practice before Quy định 399-QĐ/TW; source not checked", new[] { "TuB" }, new DateOnly(2026, 1, 9), false },
                    { "TuB", new DateOnly(2026, 1, 9), "Tuyên bố", "Quy định 399-QĐ/TW (9/1/2026)", new[] { "TuB" }, null, false }
                });

            migrationBuilder.CreateIndex(
                name: "ix_assignments_directive_id_unit_path_id",
                table: "assignments",
                columns: new[] { "directive_id", "unit_path", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_assignments_falling_due",
                table: "assignments",
                column: "due_on",
                filter: "overdue_on is null and state <> 'completed'");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_unit_id",
                table: "assignments",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_unit_path_id",
                table: "assignments",
                columns: new[] { "unit_path", "id" });

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
                name: "ix_unit_directory_path",
                table: "unit_directory",
                column: "path");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assignments");

            migrationBuilder.DropTable(
                name: "audit_log");

            migrationBuilder.DropTable(
                name: "directive_bodies");

            migrationBuilder.DropTable(
                name: "directive_counts");

            migrationBuilder.DropTable(
                name: "document_types");

            migrationBuilder.DropTable(
                name: "idempotency_keys");

            migrationBuilder.DropTable(
                name: "issue_job");

            migrationBuilder.DropTable(
                name: "unit_directory");

            migrationBuilder.DropTable(
                name: "directives");

            migrationBuilder.DropTable(
                name: "campaigns");
        }
    }
}
