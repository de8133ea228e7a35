-- Every beginning of every word of what is stored folded: what a search looks for is one of them.
create function search_beginnings(search_text text) returns text[] language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct left(word, letters)), '{}')
    from string_to_table(ltrim(search_text), ' ') word, generate_series(1, length(word)) letters
$$;
