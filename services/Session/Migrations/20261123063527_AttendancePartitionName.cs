using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Campaign.Sessions.Migrations
{
    /// <inheritdoc />
    public partial class AttendancePartitionName : Migration
    {
        private const string Name =
            """
            'attendance_' || to_char(quarter, 'YYYY"q"Q_') || case when length(district) <= 40 then district else left(district, 33) || '_' || left(md5(district), 6) end
            """;

        /// <summary>What makes the partition and what checks people in into it name it alike.</summary>
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql($"create function attendance_partition(district text, quarter date) returns text language sql stable as $$ select {Name} $$");
            migrationBuilder.Sql(Making("attendance_partition(district, quarter)"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Making(Name));
            migrationBuilder.Sql("drop function attendance_partition");
        }

        private static string Making(string name) =>
            $"""
             create or replace function make_attendance_partition(district text, quarter date) returns void language plpgsql as $$
             declare partition text := {name};
             begin
                 if to_regclass(quote_ident(partition)) is not null then
                     return;
                 end if;
                 lock table attendance in share update exclusive mode;
                 if to_regclass(quote_ident(partition)) is not null then
                     return;
                 end if;
                 execute format('create table %I (like attendance including defaults including constraints) with (fillfactor = 60)', partition);
                 execute format('alter table attendance attach partition %I for values from (%L, %L) to (%L, %L)',
                     partition, district, quarter, district, (quarter + interval '3 months')::date);
             end $$
             """;
    }
}
