using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Campaign.Recognition.Migrations
{
    /// <inheritdoc />
    public partial class NominationsAfterRevocation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_nominations_campaign_id_subject_id_achievement_key",
                table: "nominations");

            migrationBuilder.DropIndex(
                name: "ix_nominations_campaign_id_subject_id_title",
                table: "nominations");

            migrationBuilder.Sql("update nominations n set state = 'revoked' from awards a where a.nomination_id = n.id and a.revoked_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_nominations_campaign_id_subject_id_achievement_key",
                table: "nominations",
                columns: new[] { "campaign_id", "subject_id", "achievement_key" },
                unique: true,
                filter: "state not in ('failed', 'revoked')");

            migrationBuilder.CreateIndex(
                name: "ix_nominations_campaign_id_subject_id_title",
                table: "nominations",
                columns: new[] { "campaign_id", "subject_id", "title" },
                unique: true,
                filter: "state not in ('failed', 'revoked')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_nominations_campaign_id_subject_id_achievement_key",
                table: "nominations");

            migrationBuilder.DropIndex(
                name: "ix_nominations_campaign_id_subject_id_title",
                table: "nominations");

            migrationBuilder.Sql("update nominations set state = 'awarded' where state = 'revoked'");

            migrationBuilder.CreateIndex(
                name: "ix_nominations_campaign_id_subject_id_achievement_key",
                table: "nominations",
                columns: new[] { "campaign_id", "subject_id", "achievement_key" });

            migrationBuilder.CreateIndex(
                name: "ix_nominations_campaign_id_subject_id_title",
                table: "nominations",
                columns: new[] { "campaign_id", "subject_id", "title" },
                unique: true,
                filter: "state <> 'failed'");
        }
    }
}
