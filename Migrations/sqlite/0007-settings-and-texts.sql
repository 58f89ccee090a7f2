-- What is set on a desk, its calendars, and the texts and rules that help its agents. Canned replies, macros and rules are
-- kept as their text, like views: what a name in it means is looked up when it is used.

-- The table of the first schema, which nothing ever used, could not say that a setting is back at its standard.
DROP TABLE setting;
CREATE TABLE setting (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CONSTRAINT setting_name_is_not_empty CHECK (name <> ''),
    -- NULL: the standard value holds.
    value TEXT
) STRICT;

-- "hours" are those of every week, "days" are the days that differ, a line each.
CREATE TABLE calendar (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT calendar_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    -- NULL: the desk's.
    zone TEXT,
    hours TEXT NOT NULL,
    days TEXT NOT NULL,
    is_retired INTEGER NOT NULL DEFAULT 0 CONSTRAINT calendar_is_retired_is_0_or_1 CHECK (is_retired IN (0, 1))
) STRICT;
-- A new desk gets the same when it is made.
INSERT INTO calendar (id, name, folded, zone, hours, days)
    SELECT 1, CASE desk.language WHEN 'zh' THEN '工作日' ELSE 'workdays' END,
        CASE desk.language WHEN 'zh' THEN '工作日' ELSE 'workdays' END, NULL, 'Mon-Fri 09:00-12:00,13:30-18:00', ''
    FROM desk;

CREATE TABLE canned_reply (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT canned_reply_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    is_retired INTEGER NOT NULL DEFAULT 0 CONSTRAINT canned_reply_is_retired_is_0_or_1 CHECK (is_retired IN (0, 1))
) STRICT;

CREATE TABLE macro (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT macro_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    steps TEXT NOT NULL,
    is_retired INTEGER NOT NULL DEFAULT 0 CONSTRAINT macro_is_retired_is_0_or_1 CHECK (is_retired IN (0, 1))
) STRICT;

CREATE TABLE rule (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT rule_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL,
    steps TEXT NOT NULL,
    is_enabled INTEGER NOT NULL DEFAULT 1 CONSTRAINT rule_is_enabled_is_0_or_1 CHECK (is_enabled IN (0, 1)),
    is_retired INTEGER NOT NULL DEFAULT 0 CONSTRAINT rule_is_retired_is_0_or_1 CHECK (is_retired IN (0, 1))
) STRICT;

-- Tickets that a rule has dealt with and that still meet its condition: it acts again only when they have not met it meanwhile.
CREATE TABLE rule_ticket (
    rule_id INTEGER NOT NULL REFERENCES rule (id),
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    PRIMARY KEY (rule_id, ticket_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rule_ticket_by_ticket ON rule_ticket (ticket_id);

-- What rules did, and what they refused to do.
CREATE TABLE rule_log (
    id INTEGER NOT NULL PRIMARY KEY,
    rule_id INTEGER NOT NULL REFERENCES rule (id),
    at INTEGER NOT NULL,
    outcome TEXT NOT NULL CONSTRAINT rule_log_outcome_is_known
        CHECK (outcome = 'ran' OR outcome = 'refused' OR outcome = 'loop'),
    ticket_id INTEGER REFERENCES ticket (id),
    operation_id INTEGER REFERENCES operation (id),
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX rule_log_by_rule ON rule_log (rule_id);
CREATE INDEX rule_log_by_ticket ON rule_log (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX rule_log_by_operation ON rule_log (operation_id) WHERE operation_id IS NOT NULL;

-- Why it was done, in the agent's words.
ALTER TABLE operation ADD COLUMN reason TEXT;

-- Who said it, where that is not the ticket's customer.
ALTER TABLE message ADD COLUMN customer_id INTEGER REFERENCES customer (id);
CREATE INDEX message_by_customer ON message (customer_id) WHERE customer_id IS NOT NULL;

-- Closing what was resolved some time ago.
CREATE INDEX ticket_by_resolving ON ticket (resolved_at) WHERE status = 5 AND resolved_at IS NOT NULL;
