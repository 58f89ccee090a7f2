-- The desk's own words: which there are, and what they were called. A retired row keeps its tickets and its history and is
-- not offered any more; one that was merged is retired, and its name finds what it was merged into.

ALTER TABLE tag ADD COLUMN is_retired INTEGER NOT NULL DEFAULT 0
    CONSTRAINT tag_is_retired_is_0_or_1 CHECK (is_retired BETWEEN 0 AND 1);
ALTER TABLE cause ADD COLUMN is_retired INTEGER NOT NULL DEFAULT 0
    CONSTRAINT cause_is_retired_is_0_or_1 CHECK (is_retired BETWEEN 0 AND 1);
ALTER TABLE view ADD COLUMN is_retired INTEGER NOT NULL DEFAULT 0
    CONSTRAINT view_is_retired_is_0_or_1 CHECK (is_retired BETWEEN 0 AND 1);

CREATE TABLE tag_alias (
    folded TEXT NOT NULL PRIMARY KEY,
    tag_id INTEGER NOT NULL REFERENCES tag (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_alias_by_tag ON tag_alias (tag_id);

CREATE TABLE cause_alias (
    folded TEXT NOT NULL PRIMARY KEY,
    cause_id INTEGER NOT NULL REFERENCES cause (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX cause_alias_by_cause ON cause_alias (cause_id);

CREATE TABLE field_kind (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO field_kind (id, name) VALUES (1, 'text'), (2, 'number'), (3, 'date'), (4, 'choice');

-- A field without a kind came with an import or a ticket, and takes any text. `choices` has a line for each.
ALTER TABLE field ADD COLUMN kind INTEGER REFERENCES field_kind (id);
ALTER TABLE field ADD COLUMN choices TEXT;
ALTER TABLE field ADD COLUMN is_retired INTEGER NOT NULL DEFAULT 0
    CONSTRAINT field_is_retired_is_0_or_1 CHECK (is_retired BETWEEN 0 AND 1);
CREATE INDEX field_by_kind ON field (kind) WHERE kind IS NOT NULL;

-- Without a priority the word means nothing any more.
CREATE TABLE priority_alias (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT priority_alias_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    priority INTEGER REFERENCES priority (id)
) STRICT;
CREATE INDEX priority_alias_by_priority ON priority_alias (priority) WHERE priority IS NOT NULL;

-- What people read instead of the status's own name.
ALTER TABLE status ADD COLUMN label TEXT;
