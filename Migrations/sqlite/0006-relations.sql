-- What connects tickets: links, watchers, attachments, messages that moved, problems with their incidents. A merged ticket
-- keeps its messages, tags and causes; its survivor shows them.

CREATE TABLE link_kind (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO link_kind (id, name) VALUES
    (1, 'relates'), (2, 'duplicates'), (3, 'blocks'), (4, 'parent'), (5, 'caused-by'), (6, 'follows');

CREATE TABLE ticket_link (
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    kind INTEGER NOT NULL REFERENCES link_kind (id),
    other_id INTEGER NOT NULL REFERENCES ticket (id),
    PRIMARY KEY (ticket_id, kind, other_id),
    CONSTRAINT link_joins_two_tickets CHECK (ticket_id <> other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_link_by_other ON ticket_link (other_id, kind);

CREATE TABLE ticket_watcher (
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    agent_id INTEGER NOT NULL REFERENCES agent (id),
    PRIMARY KEY (ticket_id, agent_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_watcher_by_agent ON ticket_watcher (agent_id, ticket_id);

-- Where a message stood before it moved to another ticket: the name it had there is never given to another.
CREATE TABLE message_former_place (
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    sequence INTEGER NOT NULL,
    message_id INTEGER NOT NULL REFERENCES message (id),
    PRIMARY KEY (ticket_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_former_place_by_message ON message_former_place (message_id);

-- The bytes of a file, once however often it is attached.
CREATE TABLE attachment_content (
    sha256 BLOB NOT NULL PRIMARY KEY CONSTRAINT attachment_sha256_has_32_bytes CHECK (length(sha256) = 32),
    content BLOB NOT NULL
) STRICT;

-- `sha256` names no row of attachment_content when only an export told of the file: then its bytes are missing here.
CREATE TABLE attachment (
    id INTEGER NOT NULL PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    message_id INTEGER REFERENCES message (id),
    name TEXT NOT NULL CONSTRAINT attachment_name_is_not_empty CHECK (name <> ''),
    size INTEGER NOT NULL CONSTRAINT attachment_size_is_not_negative CHECK (size >= 0),
    sha256 BLOB NOT NULL CONSTRAINT attachment_hash_has_32_bytes CHECK (length(sha256) = 32),
    is_internal INTEGER NOT NULL CONSTRAINT attachment_is_internal_is_0_or_1 CHECK (is_internal IN (0, 1)),
    agent_id INTEGER REFERENCES agent (id),
    at INTEGER,
    removal INTEGER NOT NULL DEFAULT 0 CONSTRAINT attachment_removal_is_known CHECK (removal BETWEEN 0 AND 2)
) STRICT;
CREATE INDEX attachment_by_ticket ON attachment (ticket_id, id);
CREATE INDEX attachment_by_message ON attachment (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX attachment_by_content ON attachment (sha256);
CREATE INDEX attachment_by_agent ON attachment (agent_id) WHERE agent_id IS NOT NULL;

-- What several tickets have in common. People write its id with a P.
CREATE TABLE problem (
    id INTEGER NOT NULL PRIMARY KEY,
    title TEXT NOT NULL CONSTRAINT problem_title_is_not_empty CHECK (title <> ''),
    workaround TEXT,
    created_at INTEGER NOT NULL,
    resolved_at INTEGER,
    removal INTEGER NOT NULL CONSTRAINT problem_removal_is_known CHECK (removal BETWEEN 0 AND 2)
) STRICT;

CREATE TABLE problem_incident (
    problem_id INTEGER NOT NULL REFERENCES problem (id),
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    PRIMARY KEY (problem_id, ticket_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX problem_incident_by_ticket ON problem_incident (ticket_id, problem_id);
