using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Campaign.Directives.Migrations
{
    /// <inheritdoc />
    public partial class AssignmentLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "directive_counts");

            migrationBuilder.DropIndex(
                name: "ix_assignments_falling_due",
                table: "assignments");

            migrationBuilder.AddColumn<string[]>(
                name: "rule_types",
                table: "issue_job",
                type: "text[]",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rule_under",
                table: "issue_job",
                type: "character varying(600)",
                maxLength: 600,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateOnly>(
                name: "asked_until",
                table: "assignments",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "requirement_no",
                table: "assignments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

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

            migrationBuilder.CreateIndex(
                name: "ix_issue_job_rule_under",
                table: "issue_job",
                column: "rule_under",
                filter: "rule_under is not null");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_asking_for_time",
                table: "assignments",
                column: "unit_path",
                filter: "asked_until is not null");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_falling_due",
                table: "assignments",
                column: "due_on",
                filter: "overdue_on is null and completed_on is null and state <> 'recalled'");

            migrationBuilder.CreateIndex(
                name: "ix_assignment_notes_assignment_id",
                table: "assignment_notes",
                column: "assignment_id");

            migrationBuilder.CreateIndex(
                name: "ix_roll_ups_late",
                table: "roll_ups",
                columns: new[] { "directive_id", "level", "unit_path" },
                filter: "completed - on_time + overdue > 0");

            // what was done needs no second look, but for reports
            migrationBuilder.Sql("update assignments set state = case requirement when 'report' then 'reported' else 'closed' end where state = 'completed'");
            migrationBuilder.Sql(
                """
                update assignments set requirement_no = asked.no - 1
                from issue_job job, jsonb_array_elements(job.requirements) with ordinality as asked (what, no)
                where jsonb_typeof(job.requirements) = 'array' and job.directive_id = assignments.directive_id
                  and asked.what ->> 'Kind' = assignments.requirement and asked.what ->> 'Title' = assignments.title
                  and (asked.what ->> 'DueOn')::date = assignments.due_on
                """);
            migrationBuilder.Sql(
                """
                insert into roll_ups
                    (directive_id, level, unit_path, requirement_no, assignments, acknowledged, completed, on_time, overdue, returned, reported)
                select directive_id, step - 1, array_to_string(parts[1:step], '/'), requirement_no, count(*), count(acknowledged_on), count(completed_on),
                    count(*) filter (where completed_on <= due_on), count(*) filter (where overdue_on is not null and completed_on is null), 0,
                    count(*) filter (where state = 'reported')
                from (select *, string_to_array(unit_path, '/') as parts from assignments) asked
                cross join lateral generate_series(least(2, cardinality(parts)), cardinality(parts)) as step
                group by 1, 2, 3, 4
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assignment_notes");

            migrationBuilder.DropTable(
                name: "calendar_days");

            migrationBuilder.DropTable(
                name: "roll_ups");

            migrationBuilder.DropIndex(
                name: "ix_issue_job_rule_under",
                table: "issue_job");

            migrationBuilder.DropIndex(
                name: "ix_assignments_asking_for_time",
                table: "assignments");

            migrationBuilder.DropIndex(
                name: "ix_assignments_falling_due",
                table: "assignments");

            migrationBuilder.DropColumn(
                name: "rule_types",
                table: "issue_job");

            migrationBuilder.DropColumn(
                name: "rule_under",
                table: "issue_job");

            migrationBuilder.DropColumn(
                name: "asked_until",
                table: "assignments");

            migrationBuilder.DropColumn(
                name: "requirement_no",
                table: "assignments");

            migrationBuilder.CreateTable(
                name: "directive_counts",
                columns: table => new
                {
                    directive_id = table.Column<Guid>(type: "uuid", nullable: false),
                    district = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    acknowledged = table.Column<int>(type: "integer", nullable: false),
                    assignments = table.Column<int>(type: "integer", nullable: false),
                    completed = table.Column<int>(type: "integer", nullable: false),
                    overdue = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directive_counts", x => new { x.directive_id, x.district });
                });

            migrationBuilder.CreateIndex(
                name: "ix_assignments_falling_due",
                table: "assignments",
                column: "due_on",
                filter: "overdue_on is null and state <> 'completed'");
        }
    }
}
