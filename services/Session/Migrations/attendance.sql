-- Attendance is partitioned by district and quarter: a partition holds one district in one quarter. The columns are those of the
-- model; EF Core makes an ordinary table of them.
alter table attendance rename to attendance_columns;
create table attendance (like attendance_columns including defaults including constraints) partition by range (district, quarter);
drop table attendance_columns;
alter table attendance add constraint pk_attendance primary key (district, quarter, session_id, member_id);
create index ix_attendance_member_id on attendance (member_id);

-- What makes a partition and what checks people in into it name it alike.
create function attendance_partition(district text, quarter date) returns text language sql stable as $$
    select 'attendance_' || to_char(quarter, 'YYYY"q"Q_')
        || case when length(district) <= 40 then district else left(district, 33) || '_' || left(md5(district), 6) end
$$;

-- Attaching takes no lock that a reader, a writer or a check-in would wait for; creating as a partition would. Each row is updated
-- once, from empty to recorded: room on its page keeps that update on the page.
create function make_attendance_partition(district text, quarter date) returns void language plpgsql as $$
declare partition text := attendance_partition(district, quarter);
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
