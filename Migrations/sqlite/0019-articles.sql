-- The knowledge base: what an article says, part by part, and what a log shows when one of its parts is the matter.
CREATE TABLE article (
    id INTEGER NOT NULL PRIMARY KEY,
    state INTEGER NOT NULL CONSTRAINT article_state_is_known CHECK (state BETWEEN 1 AND 3),
    -- The text that holds. NULL only while the article is being made.
    version_id INTEGER REFERENCES article_version (id),
    -- The same article in another language.
    translation_of INTEGER REFERENCES article (id),
    review_at INTEGER,
    removal INTEGER NOT NULL DEFAULT 0 CONSTRAINT article_removal_is_known CHECK (removal BETWEEN 0 AND 2)
) STRICT;

CREATE INDEX article_by_version ON article (version_id) WHERE version_id IS NOT NULL;
CREATE INDEX article_by_translation ON article (translation_of) WHERE translation_of IS NOT NULL;

-- A version is never changed: editing makes another, undo points back.
CREATE TABLE article_version (
    id INTEGER NOT NULL PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article (id),
    number INTEGER NOT NULL CONSTRAINT article_version_number_is_positive CHECK (number > 0),
    title TEXT NOT NULL CONSTRAINT article_title_is_not_empty CHECK (title <> ''),
    folded TEXT NOT NULL,
    language TEXT NOT NULL CONSTRAINT article_language_is_known CHECK (language = 'zh' OR language = 'en'),
    kind INTEGER NOT NULL CONSTRAINT article_kind_is_known CHECK (kind BETWEEN 1 AND 4),
    lines INTEGER NOT NULL,
    -- The text, byte for byte.
    sha256 BLOB NOT NULL REFERENCES source_content (sha256),
    -- The file that it came from; NULL where an agent wrote it.
    file_name TEXT,
    path TEXT,
    operation_id INTEGER NOT NULL REFERENCES operation (id)
) STRICT;

CREATE UNIQUE INDEX article_version_by_article ON article_version (article_id, number);
CREATE INDEX article_version_by_content ON article_version (sha256);
CREATE INDEX article_version_by_file ON article_version (file_name) WHERE file_name IS NOT NULL;
CREATE INDEX article_version_by_operation ON article_version (operation_id);
CREATE INDEX article_version_by_title ON article_version (folded);

CREATE TABLE article_entry (
    id INTEGER NOT NULL PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES article_version (id),
    parent_id INTEGER REFERENCES article_entry (id),
    position INTEGER NOT NULL,
    kind INTEGER NOT NULL CONSTRAINT entry_kind_is_known CHECK (kind BETWEEN 1 AND 8),
    level INTEGER,
    number TEXT,
    title TEXT NOT NULL,
    key TEXT,
    role INTEGER NOT NULL CONSTRAINT entry_role_is_known CHECK (role BETWEEN 1 AND 9),
    line INTEGER NOT NULL,
    title_start INTEGER NOT NULL,
    title_length INTEGER NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX article_entry_by_version ON article_entry (version_id, position);
CREATE INDEX article_entry_by_parent ON article_entry (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE entry_text (
    id INTEGER NOT NULL PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES article_entry (id),
    role INTEGER NOT NULL CONSTRAINT entry_text_role_is_known CHECK (role BETWEEN 1 AND 9),
    side INTEGER CONSTRAINT entry_text_side_is_known CHECK (side BETWEEN 1 AND 4),
    body TEXT NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL
) STRICT;

CREATE INDEX entry_text_by_entry ON entry_text (entry_id, id);

CREATE TABLE signature (
    id INTEGER NOT NULL PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES article_version (id),
    kind INTEGER NOT NULL CONSTRAINT signature_kind_is_known CHECK (kind BETWEEN 1 AND 3),
    -- Literal parts in order, U+001F between two.
    segments TEXT NOT NULL CONSTRAINT signature_is_not_empty CHECK (segments <> ''),
    -- Words beside which a code counts, in the same way.
    context TEXT,
    -- A line that it must match, and one that it must not.
    sample TEXT,
    counter_sample TEXT
) STRICT;

CREATE INDEX signature_by_version ON signature (version_id);

CREATE TABLE signature_entry (
    signature_id INTEGER NOT NULL REFERENCES signature (id),
    entry_id INTEGER NOT NULL REFERENCES article_entry (id),
    PRIMARY KEY (signature_id, entry_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX signature_entry_by_entry ON signature_entry (entry_id);

CREATE TABLE entry_link (
    id INTEGER NOT NULL PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES article_entry (id),
    kind INTEGER NOT NULL CONSTRAINT entry_link_kind_is_known CHECK (kind BETWEEN 1 AND 5),
    label TEXT NOT NULL,
    -- A URL, a path or an anchor; empty where the label is a title. What it leads to is found when it is asked for, so that
    -- a link resolves as soon as the article comes that it names.
    target TEXT NOT NULL
) STRICT;

CREATE INDEX entry_link_by_entry ON entry_link (entry_id, id);

-- Uses of articles are events: what a ticket was answered or resolved with.
CREATE INDEX event_by_article ON event (subject, ticket_id) WHERE field = 'article';

-- Tokens here are words and pairs of characters, cut in Swift: one row an entry, under the entry's id.
CREATE VIRTUAL TABLE entry_search USING fts5 (
    title, body, content = '',
    tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'"
);
