using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Campaign.Directives.Migrations
{
    /// <inheritdoc />
    public partial class DocumentDetails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "circulation",
                table: "directives",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "effective_on",
                table: "directives",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "expires_on",
                table: "directives",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "place",
                table: "directives",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "replaced_by_id",
                table: "directives",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "signer_capacity",
                table: "directives",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "urgency",
                table: "directives",
                type: "character varying(15)",
                maxLength: 15,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "folded",
                table: "directive_bodies",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<NpgsqlTsVector>(
                name: "words",
                table: "directive_bodies",
                type: "tsvector",
                nullable: false,
                computedColumnSql: "to_tsvector('simple'::regconfig, left(folded, 400000))",
                stored: true);

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

            migrationBuilder.InsertData(
                table: "document_types",
                columns: new[] { "code", "valid_from", "name", "source", "symbol_codes", "valid_to", "verified" },
                values: new object[,]
                {
                    { "BGN", new DateOnly(2020, 3, 5), "Bản ghi nhớ", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "BGN" }, null, false },
                    { "BTT", new DateOnly(2020, 3, 5), "Bản thỏa thuận", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "BTT" }, null, false },
                    { "CĐ", new DateOnly(2020, 3, 5), "Công điện", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "CĐ" }, null, false },
                    { "GGT", new DateOnly(2020, 3, 5), "Giấy giới thiệu", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "GGT" }, null, false },
                    { "GM", new DateOnly(2020, 3, 5), "Giấy mời", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "GM" }, null, false },
                    { "GNP", new DateOnly(2020, 3, 5), "Giấy nghỉ phép", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "GNP" }, null, false },
                    { "GUQ", new DateOnly(2020, 3, 5), "Giấy ủy quyền", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "GUQ" }, null, false },
                    { "HĐ", new DateOnly(2020, 3, 5), "Hợp đồng", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "HĐ" }, null, false },
                    { "PB", new DateOnly(2020, 3, 5), "Phiếu báo", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "PB" }, null, false },
                    { "PC", new DateOnly(2020, 3, 5), "Phiếu chuyển", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "PC" }, null, false },
                    { "PG", new DateOnly(2020, 3, 5), "Phiếu gửi", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "PG" }, null, false },
                    { "TCg", new DateOnly(2020, 3, 5), "Thư công", "Nghị định 30/2020/NĐ-CP (5/3/2020), Điều 7 và Phụ lục III; chưa đối chiếu", new[] { "TCg" }, null, false }
                });

            migrationBuilder.CreateIndex(
                name: "ix_directives_replaced_by_id",
                table: "directives",
                column: "replaced_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_directive_bodies_words",
                table: "directive_bodies",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_directive_relations_to_id",
                table: "directive_relations",
                column: "to_id");

            migrationBuilder.AddForeignKey(
                name: "fk_directives_directives_replaced_by_id",
                table: "directives",
                column: "replaced_by_id",
                principalTable: "directives",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            // as SearchText folds: without diacritics, case and repeated blanks
            migrationBuilder.Sql(
                """
                update directive_bodies set folded = btrim(regexp_replace(
                    replace(regexp_replace(normalize(lower(text), nfd), '[\u0300-\u036f]', '', 'g'), 'đ', 'd'), '\s+', ' ', 'g'))
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_directives_directives_replaced_by_id",
                table: "directives");

            migrationBuilder.DropTable(
                name: "directive_relations");

            migrationBuilder.DropIndex(
                name: "ix_directives_replaced_by_id",
                table: "directives");

            migrationBuilder.DropIndex(
                name: "ix_directive_bodies_words",
                table: "directive_bodies");

            migrationBuilder.DeleteData(
                table: "document_types",
                keyColumns: new[] { "code", "valid_from" },
                keyValues: new object[] { "BGN", new DateOnly(2020, 3, 5) });

            migrationBuilder.DeleteData(
                table: "document_types",
                keyColumns: new[] { "code", "valid_from" },
                keyValues: new object[] { "BTT", new DateOnly(2020, 3, 5) });

            migrationBuilder.DeleteData(
                table: "document_types",
                keyColumns: new[] { "code", "valid_from" },
                keyValues: new object[] { "CĐ", new DateOnly(2020, 3, 5) });

            migrationBuilder.DeleteData(
                table: "document_types",
                keyColumns: new[] { "code", "valid_from" },
                keyValues: new object[] { "GGT", new DateOnly(2020, 3, 5) });

            migrationBuilder.DeleteData(
                table: "document_types",
                keyColumns: new[] { "code", "valid_from" },
                keyValues: new object[] { "GM", new DateOnly(2020, 3, 5) });

            migrationBuilder.DeleteData(
                table: "document_types",
                keyColumns: new[] { "code", "valid_from" },
                keyValues: new object[] { "GNP", new DateOnly(2020, 3, 5) });

            migrationBuilder.DeleteData(
                table: "document_types",
                keyColumns: new[] { "code", "valid_from" },
                keyValues: new object[] { "GUQ", new DateOnly(2020, 3, 5) });

            migrationBuilder.DeleteData(
                table: "document_types",
                keyColumns: new[] { "code", "valid_from" },
                keyValues: new object[] { "HĐ", new DateOnly(2020, 3, 5) });

            migrationBuilder.DeleteData(
                table: "document_types",
                keyColumns: new[] { "code", "valid_from" },
                keyValues: new object[] { "PB", new DateOnly(2020, 3, 5) });

            migrationBuilder.DeleteData(
                table: "document_types",
                keyColumns: new[] { "code", "valid_from" },
                keyValues: new object[] { "PC", new DateOnly(2020, 3, 5) });

            migrationBuilder.DeleteData(
                table: "document_types",
                keyColumns: new[] { "code", "valid_from" },
                keyValues: new object[] { "PG", new DateOnly(2020, 3, 5) });

            migrationBuilder.DeleteData(
                table: "document_types",
                keyColumns: new[] { "code", "valid_from" },
                keyValues: new object[] { "TCg", new DateOnly(2020, 3, 5) });

            migrationBuilder.DropColumn(
                name: "words",
                table: "directive_bodies");

            migrationBuilder.DropColumn(
                name: "circulation",
                table: "directives");

            migrationBuilder.DropColumn(
                name: "effective_on",
                table: "directives");

            migrationBuilder.DropColumn(
                name: "expires_on",
                table: "directives");

            migrationBuilder.DropColumn(
                name: "place",
                table: "directives");

            migrationBuilder.DropColumn(
                name: "replaced_by_id",
                table: "directives");

            migrationBuilder.DropColumn(
                name: "signer_capacity",
                table: "directives");

            migrationBuilder.DropColumn(
                name: "urgency",
                table: "directives");

            migrationBuilder.DropColumn(
                name: "folded",
                table: "directive_bodies");
        }
    }
}
