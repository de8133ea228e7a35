-- Everything that Campaign.Messaging keeps, in a schema of its own inside the service's database.

create table messaging.district (
    id integer generated always as identity primary key,
    code text not null unique,
    registered_at timestamptz not null default now()
);
insert into messaging.district (code) values ('city');

create sequence messaging.event_log_id;

-- transaction_id stands before id: its default is evaluated first, so whoever holds a number holds a transaction id as
-- well, and a reader can wait for every number below a bound to be settled (LogReader).
create table messaging.event_log (
    transaction_id xid8 not null default pg_current_xact_id(),
    id bigint not null default nextval('messaging.event_log_id'),
    recorded_at timestamptz not null default now(),
    event_id uuid not null,
    district text not null,
    type text not null,
    aggregate_id uuid not null,
    version bigint not null,
    payload json not null,
    trace_parent text,
    published_at timestamptz,
    -- the writer's own count: EF Core inserts in the order of the key that it knows, and this is the one it knows
    appended bigint not null default 0,
    primary key (recorded_at, id)
) partition by range (recorded_at);
create index event_log_unpublished on messaging.event_log (district, id) where published_at is null;
create index event_log_in_order on messaging.event_log (id);
create table messaging.event_log_default partition of messaging.event_log default;

create table messaging.inbox (
    projection text not null,
    event_id uuid not null,
    primary key (projection, event_id)
) partition by range (event_id);
create table messaging.inbox_default partition of messaging.inbox default;

create table messaging.parked (
    id bigint generated always as identity primary key,
    projection text,
    event_id uuid,
    district text not null,
    type text,
    payload text not null,
    trace_parent text,
    reason text not null,
    attempts integer not null,
    parked_at timestamptz not null default now(),
    state text not null default 'parked' check (state in ('parked', 'replayed', 'discarded')),
    resolved_at timestamptz,
    resolved_by text
);
create unique index parked_once on messaging.parked (projection, event_id) where state = 'parked' and event_id is not null;
create index parked_open on messaging.parked (id) where state = 'parked';

create table messaging.rebuild (
    projection text primary key,
    state text not null check (state in ('running', 'completed', 'cancelled', 'failed')),
    started_at timestamptz not null default now(),
    started_by text not null,
    finished_at timestamptz,
    problem text
);
create table messaging.rebuild_source (
    projection text not null references messaging.rebuild on delete cascade,
    publisher text not null,
    after bigint not null default 0,
    until bigint,
    events bigint not null default 0,
    primary key (projection, publisher)
);

-- The smallest UUIDv7 of an instant.
create function messaging.uuid_from(instant timestamptz) returns uuid language sql immutable as $$
    select (lpad(to_hex((extract(epoch from instant) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

-- Attaches the partition of the month that holds an instant; rows that already lie in the default partition move along.
create function messaging.ensure_month(parent text, instant timestamptz) returns void language plpgsql as $$
declare
    month timestamptz := date_trunc('month', instant, 'UTC');
    following timestamptz := month + interval '1 month';
    name text := parent || to_char(month at time zone 'UTC', '_YYYY_MM');
    key text := case parent when 'inbox' then 'event_id' else 'recorded_at' end;
    low text := case parent when 'inbox' then messaging.uuid_from(month)::text else month::text end;
    high text := case parent when 'inbox' then messaging.uuid_from(following)::text else following::text end;
begin
    if to_regclass('messaging.' || name) is not null then return; end if;
    execute format('lock table messaging.%I in share row exclusive mode', parent || '_default');
    execute format('create table messaging.%I (like messaging.%I including defaults including constraints)', name, parent);
    execute format('with moved as (delete from messaging.%I where %I >= %L and %I < %L returning *) insert into messaging.%I select * from moved',
        parent || '_default', key, low, key, high, name);
    execute format('alter table messaging.%I set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.1)', name);
    execute format('alter table messaging.%I attach partition messaging.%I for values from (%L) to (%L)', parent, name, low, high);
end
$$;

-- Drops the months that ended before a bound; of the event log only those whose rows are all published.
create function messaging.drop_months(parent text, bound timestamptz) returns integer language plpgsql as $$
declare
    partition record;
    kept boolean;
    dropped integer := 0;
begin
    for partition in
        select c.relname as name
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = ('messaging.' || parent)::regclass and c.relname ~ '_\d{4}_\d{2}$'
          and to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' <= bound at time zone 'UTC'
    loop
        if parent = 'event_log' then
            execute format('select exists (select from messaging.%I where published_at is null)', partition.name) into kept;
            continue when kept;
        end if;
        execute format('drop table messaging.%I', partition.name);
        dropped := dropped + 1;
    end loop;
    if parent = 'inbox' then
        delete from messaging.inbox_default where event_id < messaging.uuid_from(bound);
    end if;
    return dropped;
end
$$;
