using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Campaign.Directives.Migrations
{
    /// <inheritdoc />
    public partial class ResolvedCommitments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "campaign_id",
                table: "commitments",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "session_id",
                table: "commitments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "session_topic",
                table: "commitments",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "session_id",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "session_topic",
                table: "commitments");

            migrationBuilder.AlterColumn<Guid>(
                name: "campaign_id",
                table: "commitments",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
