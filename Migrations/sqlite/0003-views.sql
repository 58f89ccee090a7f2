-- Saved queries, as their text: what a name in it means is looked up when it is asked.

CREATE TABLE view (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT view_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL
) STRICT;
