using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Campaign.Organization.Migrations
{
    /// <inheritdoc />
    public partial class PostsHeldOnce : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // EF Core's model knows no exclusion constraints
            migrationBuilder.Sql(
                """
                create extension if not exists btree_gist;
                alter table posts add constraint posts_held_once
                    exclude using gist (member_id with =, unit_id with =, role with =, daterange(valid_from, valid_to) with &&);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("alter table posts drop constraint posts_held_once");
        }
    }
}
