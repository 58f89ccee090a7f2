-- Entries of a work log that came with a ticket.
INSERT INTO message_origin (id, name) VALUES (5, 'note');

-- How a file was read: by which dialect, where one was taught, and from which encoding, where it was none of UTF-8.
CREATE TABLE dialect (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT dialect_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    is_retired INTEGER NOT NULL DEFAULT 0 CONSTRAINT dialect_is_retired_is_0_or_1 CHECK (is_retired IN (0, 1))
) STRICT;

ALTER TABLE source_file ADD COLUMN dialect TEXT;
ALTER TABLE source_file ADD COLUMN encoding TEXT;

-- A new file is compared with what is here by what its tickets say, by their titles and by its name.
CREATE INDEX source_file_by_name ON source_file (name);
CREATE INDEX ticket_by_title ON ticket (title);
CREATE INDEX ticket_source_by_content ON ticket_source (content_hash);

-- Categories, causes, fields, tags, customers, agents and teams that an import made because tickets name them. Nobody else writes
-- meanwhile, so their ids are consecutive.
CREATE TABLE batch_name (
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    kind INTEGER NOT NULL CONSTRAINT batch_name_kind_is_known CHECK (kind BETWEEN 1 AND 7),
    first_id INTEGER NOT NULL,
    last_id INTEGER NOT NULL,
    PRIMARY KEY (batch_id, kind, first_id)
) STRICT, WITHOUT ROWID;
