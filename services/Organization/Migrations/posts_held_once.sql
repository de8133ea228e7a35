-- Nobody holds the same post twice at a time; EF Core's model knows no exclusion constraints.
create extension if not exists btree_gist;
alter table posts add constraint posts_held_once
    exclude using gist (member_id with =, unit_id with =, role with =, daterange(valid_from, valid_to) with &&);
