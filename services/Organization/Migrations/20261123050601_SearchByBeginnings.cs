using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Campaign.Organization.Migrations
{
    /// <inheritdoc />
    public partial class SearchByBeginnings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_units_search_text",
                table: "units");

            migrationBuilder.DropIndex(
                name: "ix_members_search_text",
                table: "members");

            migrationBuilder.AlterDatabase()
                .OldAnnotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.Sql(
                """
                create function search_beginnings(search_text text) returns text[] language sql immutable parallel safe as $$
                    select coalesce(array_agg(distinct left(word, letters)), '{}')
                    from string_to_table(ltrim(search_text), ' ') word, generate_series(1, length(word)) letters
                $$
                """);

            migrationBuilder.AddColumn<string[]>(
                name: "search_beginnings",
                table: "units",
                type: "text[]",
                nullable: false,
                computedColumnSql: "search_beginnings(search_text)",
                stored: true);

            migrationBuilder.AddColumn<string[]>(
                name: "search_beginnings",
                table: "unit_versions",
                type: "text[]",
                nullable: false,
                computedColumnSql: "search_beginnings(search_text)",
                stored: true);

            migrationBuilder.AddColumn<string[]>(
                name: "search_beginnings",
                table: "members",
                type: "text[]",
                nullable: false,
                computedColumnSql: "search_beginnings(search_text)",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_units_search_beginnings",
                table: "units",
                column: "search_beginnings")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_members_search_beginnings",
                table: "members",
                column: "search_beginnings")
                .Annotation("Npgsql:IndexMethod", "gin");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_units_search_beginnings",
                table: "units");

            migrationBuilder.DropIndex(
                name: "ix_members_search_beginnings",
                table: "members");

            migrationBuilder.DropColumn(
                name: "search_beginnings",
                table: "units");

            migrationBuilder.DropColumn(
                name: "search_beginnings",
                table: "unit_versions");

            migrationBuilder.DropColumn(
                name: "search_beginnings",
                table: "members");

            migrationBuilder.Sql("drop function search_beginnings");

            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.CreateIndex(
                name: "ix_units_search_text",
                table: "units",
                column: "search_text")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_members_search_text",
                table: "members",
                column: "search_text")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });
        }
    }
}
