using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Campaign.Directives.Migrations
{
    /// <inheritdoc />
    public partial class LeadingUnits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid[]>(
                name: "cooperating_unit_ids",
                table: "issue_job",
                type: "uuid[]",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "lead_unit_id",
                table: "issue_job",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "part",
                table: "assignments",
                type: "character varying(15)",
                maxLength: 15,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_assignments_of_lead",
                table: "assignments",
                column: "directive_id",
                filter: "part is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_assignments_of_lead",
                table: "assignments");

            migrationBuilder.DropColumn(
                name: "cooperating_unit_ids",
                table: "issue_job");

            migrationBuilder.DropColumn(
                name: "lead_unit_id",
                table: "issue_job");

            migrationBuilder.DropColumn(
                name: "part",
                table: "assignments");
        }
    }
}
