-- How a ticket ended, and until when it waits.

CREATE TABLE resolution (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO resolution (id, name) VALUES
    (1, 'fixed'), (2, 'answered'), (3, 'workaround'), (4, 'duplicate'), (5, 'no-reply'), (6, 'invalid'),
    (7, 'withdrawn'), (8, 'spam');

ALTER TABLE ticket ADD COLUMN resolution INTEGER REFERENCES resolution (id);
CREATE INDEX ticket_by_resolution ON ticket (resolution) WHERE resolution IS NOT NULL;

-- A ticket that is pending or on hold goes back to open at this time; NULL: it waits until somebody acts.
ALTER TABLE ticket ADD COLUMN wake_at INTEGER;
CREATE INDEX ticket_by_waking ON ticket (wake_at) WHERE wake_at IS NOT NULL;
