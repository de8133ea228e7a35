using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Campaign.Recognition.Migrations
{
    /// <inheritdoc />
    public partial class VotesInPerson : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "in_person",
                table: "votes",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // the audit log says who voted in person so far
            migrationBuilder.Sql("""
                update votes v set in_person = true from audit_log a
                where a.entity = 'Nomination' and a.entity_id = v.nomination_id::text and a.action = 'voted' and a.subject = v.recorded_by
                  and a.details->>'CouncilMemberId' = v.council_member_id::text and (a.details->>'own')::boolean
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "in_person",
                table: "votes");
        }
    }
}
