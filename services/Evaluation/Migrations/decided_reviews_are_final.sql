-- A decision is immutable: also for whoever gets past the service.
create function decided_reviews_are_final() returns trigger language plpgsql as $$
begin
    raise exception 'Review % has been decided and cannot be changed', old.id using errcode = 'restrict_violation';
end
$$;
create trigger decided_reviews_are_final before update or delete on reviews
    for each row when (old.state = 'decided') execute function decided_reviews_are_final();
