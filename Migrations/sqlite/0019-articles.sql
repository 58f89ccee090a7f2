-- The knowledge base: what an article says, part by part, and what a log shows when one of its parts is the matter.
--
-- SQLite reads all of these statements whenever a desk is opened, so they hold no comments, no index that no question needs,
-- and no reference that the desk never follows from its other end (those would each demand an index).

-- version_id: the text that holds; NULL only while the article is being made. translation_of: the same article in another
-- language.
CREATE TABLE article (
    id INTEGER NOT NULL PRIMARY KEY,
    state INTEGER NOT NULL CONSTRAINT article_state_is_known CHECK (state BETWEEN 1 AND 3),
    version_id INTEGER,
    translation_of INTEGER,
    review_at INTEGER,
    removal INTEGER NOT NULL DEFAULT 0 CONSTRAINT article_removal_is_known CHECK (removal BETWEEN 0 AND 2)
) STRICT;

-- A version is never changed: editing makes another, undo points back. sha256: the text, byte for byte. file_name, path: the
-- file that it came from; NULL where an agent wrote it.
CREATE TABLE article_version (
    id INTEGER NOT NULL PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article (id),
    number INTEGER NOT NULL CONSTRAINT article_version_number_is_positive CHECK (number > 0),
    title TEXT NOT NULL CONSTRAINT article_title_is_not_empty CHECK (title <> ''),
    folded TEXT NOT NULL,
    language TEXT NOT NULL CONSTRAINT article_language_is_known CHECK (language = 'zh' OR language = 'en'),
    kind INTEGER NOT NULL CONSTRAINT article_kind_is_known CHECK (kind BETWEEN 1 AND 4),
    lines INTEGER NOT NULL,
    sha256 BLOB NOT NULL REFERENCES source_content (sha256),
    file_name TEXT,
    path TEXT,
    operation_id INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX article_version_by_article ON article_version (article_id, number);
CREATE INDEX article_version_by_content ON article_version (sha256);
CREATE INDEX article_version_by_file ON article_version (file_name) WHERE file_name IS NOT NULL;
CREATE INDEX article_version_by_title ON article_version (folded);

CREATE TABLE article_entry (
    id INTEGER NOT NULL PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES article_version (id),
    parent_id INTEGER,
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

CREATE TABLE entry_text (
    entry_id INTEGER NOT NULL REFERENCES article_entry (id),
    position INTEGER NOT NULL,
    role INTEGER NOT NULL CONSTRAINT entry_text_role_is_known CHECK (role BETWEEN 1 AND 9),
    side INTEGER CONSTRAINT entry_text_side_is_known CHECK (side BETWEEN 1 AND 4),
    body TEXT NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

-- segments: literal parts in order, U+001F between two. context: words beside which a code counts, in the same way.
-- sample, counter_sample: a line that it must match, and one that it must not. entries: the ids of the entries that it
-- belongs to, a space between two; a version never changes, so neither do they.
CREATE TABLE signature (
    id INTEGER NOT NULL PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES article_version (id),
    kind INTEGER NOT NULL CONSTRAINT signature_kind_is_known CHECK (kind BETWEEN 1 AND 3),
    segments TEXT NOT NULL CONSTRAINT signature_is_not_empty CHECK (segments <> ''),
    context TEXT,
    sample TEXT,
    counter_sample TEXT,
    entries TEXT NOT NULL CONSTRAINT signature_entries_are_not_empty CHECK (entries <> '')
) STRICT;

CREATE INDEX signature_by_version ON signature (version_id);

-- target: a URL, a path or an anchor; empty where the label is a title. What it leads to is found when it is asked for, so
-- that a link resolves as soon as the article comes that it names.
CREATE TABLE entry_link (
    entry_id INTEGER NOT NULL REFERENCES article_entry (id),
    position INTEGER NOT NULL,
    kind INTEGER NOT NULL CONSTRAINT entry_link_kind_is_known CHECK (kind BETWEEN 1 AND 5),
    label TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

-- Uses of articles are events: what a ticket was answered or resolved with.
CREATE INDEX event_by_article ON event (subject, ticket_id) WHERE field = 'article';

-- Tokens here are words and pairs of characters, cut in Swift: one row an entry, under the entry's id.
CREATE VIRTUAL TABLE entry_search USING fts5 (
    title, body, content = '',
    tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'"
);
