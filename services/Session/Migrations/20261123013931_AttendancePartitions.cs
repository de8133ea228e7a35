using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Campaign.Sessions.Migrations
{
    /// <inheritdoc />
    public partial class AttendancePartitions : Migration
    {
        // A range over two columns: a partition holds one district in one quarter. Attaching takes no lock that a reader, a writer or
        // a check-in would wait for; creating as a partition would.
        private const string Partitions =
            """
            create function make_attendance_partition(district text, quarter date) returns void language plpgsql as $$
            declare partition text := 'attendance_' || to_char(quarter, 'YYYY"q"Q_') || case when length(district) <= 40 then district else left(district, 33) || '_' || left(md5(district), 6) end;
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
            end $$;

            alter table sessions add column quarter date;
            update sessions set quarter = date_trunc('quarter', starts_at at time zone 'Asia/Ho_Chi_Minh')::date;
            alter table sessions alter column quarter set not null;
            create index ix_sessions_quarter_kind_unit_path on sessions (quarter, kind, unit_path);
            create index ix_unit_directory_successor_id on unit_directory (successor_id) where successor_id is not null;

            alter table attendance rename to attendance_whole;
            alter table attendance_whole rename constraint pk_attendance to pk_attendance_whole;
            create table attendance (like attendance_whole including defaults including constraints, quarter date not null) partition by range (district, quarter);
            alter table attendance add constraint pk_attendance primary key (district, quarter, session_id, member_id);
            create index ix_attendance_member_id on attendance (member_id);
            select make_attendance_partition(district, quarter) from (select distinct district, quarter from sessions) those;
            insert into attendance (district, session_id, member_id, status, recorded_at, recorded_by, recorded_from, line, way, minutes, reason, early_at, early_by, early_from, quarter)
            select a.district, a.session_id, a.member_id, a.status, a.recorded_at, a.recorded_by, a.recorded_from, a.line, a.way, a.minutes, a.reason, a.early_at, a.early_by, a.early_from, s.quarter
            from attendance_whole a join sessions s on s.id = a.session_id;
            drop table attendance_whole;
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Partitions);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            create table attendance_whole (like attendance including defaults including constraints);
            insert into attendance_whole select * from attendance;
            drop table attendance;
            drop index ix_unit_directory_successor_id;
            drop function make_attendance_partition;
            alter table attendance_whole rename to attendance;
            alter table attendance drop column quarter;
            alter table attendance set (fillfactor = 60);
            alter table attendance add constraint pk_attendance primary key (district, session_id, member_id);
            alter table sessions drop column quarter;
            """);
    }
}
