using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Campaign.Sessions.Migrations
{
    /// <inheritdoc />
    public partial class Holding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "action_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_path = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, collation: "C"),
                    responsible = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    target = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: false),
                    measure = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_action_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_action_items_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agenda_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    planned_minutes = table.Column<int>(type: "integer", nullable: false),
                    presenter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    presenter = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    running_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    spent_seconds = table.Column<int>(type: "integer", nullable: false),
                    finished = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_agenda_items_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "item_progress",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    target = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: false),
                    done = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reached_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_progress", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "preparation_steps",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    verified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_preparation_steps", x => new { x.code, x.valid_from });
                });

            migrationBuilder.CreateTable(
                name: "preparations",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_preparations", x => x.session_id);
                    table.ForeignKey(
                        name: "fk_preparations_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "quality_answers",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    yes = table.Column<bool>(type: "boolean", nullable: false),
                    sentence = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quality_answers", x => new { x.session_id, x.code });
                    table.ForeignKey(
                        name: "fk_quality_answers_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "quality_confirmations",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    points = table.Column<int>(type: "integer", nullable: false),
                    max_points = table.Column<int>(type: "integer", nullable: false),
                    lines = table.Column<string>(type: "jsonb", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reopened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quality_confirmations", x => new { x.session_id, x.number });
                    table.ForeignKey(
                        name: "fk_quality_confirmations_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "quality_rules",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    explanation = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    kinds = table.Column<string[]>(type: "text[]", nullable: false),
                    measure = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    needed = table.Column<decimal>(type: "numeric(8,2)", precision: 8, scale: 2, nullable: true),
                    points = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    verified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quality_rules", x => new { x.code, x.valid_from });
                });

            migrationBuilder.CreateTable(
                name: "readings",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    directive_id = table.Column<Guid>(type: "uuid", nullable: true),
                    link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_readings", x => new { x.session_id, x.position });
                    table.ForeignKey(
                        name: "fk_readings_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "resolutions",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resolutions", x => x.session_id);
                    table.ForeignKey(
                        name: "fk_resolutions_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ticked_steps",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticked_steps", x => new { x.session_id, x.code });
                    table.ForeignKey(
                        name: "fk_ticked_steps_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contributions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contributions", x => x.id);
                    table.ForeignKey(
                        name: "fk_contributions_agenda_items_item_id",
                        column: x => x.item_id,
                        principalTable: "agenda_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contributions_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hand_votes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    @for = table.Column<int>(name: "for", type: "integer", nullable: false),
                    against = table.Column<int>(type: "integer", nullable: false),
                    abstain = table.Column<int>(type: "integer", nullable: false),
                    present = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_votes", x => new { x.id, x.number });
                    table.ForeignKey(
                        name: "fk_hand_votes_agenda_items_item_id",
                        column: x => x.item_id,
                        principalTable: "agenda_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_hand_votes_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "preparation_steps",
                columns: new[] { "code", "valid_from", "name", "position", "source", "valid_to", "verified" },
                values: new object[,]
                {
                    { "committee-met", new DateOnly(2011, 1, 1), "Chi ủy họp trước, thống nhất nội dung (nơi không có chi ủy: bí thư, phó bí thư hội ý)", 2, "Hướng dẫn 12-HD/BTCTW, 2018", null, false },
                    { "content-drafted", new DateOnly(2011, 1, 1), "Bí thư hoặc phó bí thư chuẩn bị nội dung", 1, "Hướng dẫn 12-HD/BTCTW, 2018", null, false },
                    { "documents-sent", new DateOnly(2011, 1, 1), "Gửi tài liệu, thông báo trước cho đảng viên", 4, "Thông lệ", null, false },
                    { "place-prepared", new DateOnly(2011, 1, 1), "Chuẩn bị địa điểm, thiết bị, danh sách ký tên", 5, "Thông lệ", null, false },
                    { "resolution-drafted", new DateOnly(2011, 1, 1), "Có dự thảo nghị quyết hoặc kết luận", 3, "Hướng dẫn 12-HD/BTCTW, 2018", null, false }
                });

            migrationBuilder.InsertData(
                table: "quality_rules",
                columns: new[] { "code", "valid_from", "explanation", "kinds", "measure", "name", "needed", "points", "position", "source", "valid_to", "verified" },
                values: new object[,]
                {
                    { "attendance", new DateOnly(2018, 1, 1), "Lấy số có mặt chia cho số phải dự (không tính đảng viên được miễn). Phải hơn 85 phần trăm.", new[] { "cell-meeting", "thematic-meeting" }, "attendance", "Trên 85 % đảng viên dự", 85m, 15, 1, "Hướng dẫn 12-HD/BTCTW, 2018", null, false },
                    { "duration", new DateOnly(2018, 1, 1), "Tính từ giờ bắt đầu đến giờ kết thúc của buổi họp.", new[] { "cell-meeting", "thematic-meeting" }, "duration", "Họp ít nhất 90 phút", 90m, 10, 5, "Hướng dẫn 12-HD/BTCTW, 2018", null, false },
                    { "follow-up", new DateOnly(2018, 1, 1), "Việc mà các buổi trước giao, đến hạn vào ngày họp, đều đã làm xong. Kỳ trước không giao việc nào đến hạn thì không tính điểm mục này.", new[] { "cell-meeting", "thematic-meeting" }, "follow-up", "Nghị quyết kỳ trước được thực hiện", null, 10, 9, "Hướng dẫn 12-HD/BTCTW, 2018", null, false },
                    { "minutes", new DateOnly(2018, 1, 1), "Biên bản đã lập, chủ trì và thư ký đã ký. Hãy ký xong rồi mới xác nhận điểm.", new[] { "cell-meeting", "thematic-meeting" }, "minutes", "Biên bản đầy đủ, đủ hai chữ ký", 2m, 10, 8, "Hướng dẫn 12-HD/BTCTW, 2018", null, false },
                    { "no-unexcused", new DateOnly(2018, 1, 1), "Ai không đến được thì báo trước và ghi lý do vào danh sách. Người chưa điểm danh khi kết thúc bị tính là vắng không lý do.", new[] { "cell-meeting", "thematic-meeting" }, "unexcused", "Không ai vắng không lý do", 0m, 10, 2, "Hướng dẫn 12-HD/BTCTW, 2018", null, false },
                    { "order", new DateOnly(2018, 1, 1), "Bí thư hoặc thư ký trả lời: buổi họp bắt đầu đúng giờ và theo đúng các bước không?", new[] { "cell-meeting", "thematic-meeting" }, "answer", "Đúng giờ, đúng trình tự", null, 10, 4, "Hướng dẫn 12-HD/BTCTW, 2018", null, false },
                    { "prepared", new DateOnly(2018, 1, 1), "Mọi việc trong danh mục chuẩn bị đã được đánh dấu: nội dung, chi ủy họp trước, dự thảo nghị quyết, tài liệu, địa điểm.", new[] { "cell-meeting", "thematic-meeting" }, "prepared", "Chuẩn bị chu đáo trước buổi họp", null, 15, 3, "Hướng dẫn 12-HD/BTCTW, 2018", null, false },
                    { "speakers", new DateOnly(2018, 1, 1), "Ít nhất 5 người khác nhau phát biểu; chi bộ có mặt ít hơn 5 người thì mọi người đều phát biểu.", new[] { "cell-meeting", "thematic-meeting" }, "speakers", "Nhiều đảng viên phát biểu", 5m, 10, 7, "Hướng dẫn 12-HD/BTCTW, 2018", null, false },
                    { "theme", new DateOnly(2018, 1, 1), "Bí thư hoặc thư ký trả lời: nội dung có đúng chủ đề, có gắn với việc cụ thể của chi bộ không?", new[] { "cell-meeting", "thematic-meeting" }, "answer", "Nội dung sát chủ đề và việc của địa phương", null, 10, 6, "Hướng dẫn 12-HD/BTCTW, 2018", null, false }
                });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_unit_id_starts_at",
                table: "sessions",
                columns: new[] { "unit_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_action_items_session_id",
                table: "action_items",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_agenda_items_session_id_position",
                table: "agenda_items",
                columns: new[] { "session_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_contributions_item_id",
                table: "contributions",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_contributions_session_id",
                table: "contributions",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_hand_votes_item_id",
                table: "hand_votes",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_hand_votes_session_id",
                table: "hand_votes",
                column: "session_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "action_items");

            migrationBuilder.DropTable(
                name: "contributions");

            migrationBuilder.DropTable(
                name: "hand_votes");

            migrationBuilder.DropTable(
                name: "item_progress");

            migrationBuilder.DropTable(
                name: "preparation_steps");

            migrationBuilder.DropTable(
                name: "preparations");

            migrationBuilder.DropTable(
                name: "quality_answers");

            migrationBuilder.DropTable(
                name: "quality_confirmations");

            migrationBuilder.DropTable(
                name: "quality_rules");

            migrationBuilder.DropTable(
                name: "readings");

            migrationBuilder.DropTable(
                name: "resolutions");

            migrationBuilder.DropTable(
                name: "ticked_steps");

            migrationBuilder.DropTable(
                name: "agenda_items");

            migrationBuilder.DropIndex(
                name: "ix_sessions_unit_id_starts_at",
                table: "sessions");
        }
    }
}
