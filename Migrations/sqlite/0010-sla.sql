-- What is promised to customers, and how the promises were kept. A policy is kept as its text, like rules; its query says for
-- which tickets, the first in order wins.

CREATE TABLE sla_policy (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT sla_policy_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    query TEXT NOT NULL,
    terms TEXT NOT NULL,
    -- NULL: the desk's.
    calendar TEXT,
    is_retired INTEGER NOT NULL DEFAULT 0 CONSTRAINT sla_policy_is_retired_is_0_or_1 CHECK (is_retired IN (0, 1))
) STRICT;

-- How a promise ended. What a policy or a calendar says later does not change it; a row whose ends are no longer those of
-- the ticket is out of date.
CREATE TABLE sla_verdict (
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    goal TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    due_at INTEGER,
    verdict TEXT NOT NULL CONSTRAINT sla_verdict_is_final
        CHECK (verdict = 'met' OR verdict = 'breached' OR verdict = 'unanswered'),
    policy TEXT NOT NULL,
    target TEXT NOT NULL,
    length INTEGER NOT NULL,
    PRIMARY KEY (ticket_id, goal, started_at)
) STRICT, WITHOUT ROWID;

-- Whom it was told, once for each promise.
CREATE TABLE sla_notice (
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    goal TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    kind TEXT NOT NULL CONSTRAINT sla_notice_kind_is_known CHECK (kind = 'warning' OR kind = 'breach'),
    PRIMARY KEY (ticket_id, goal, started_at, kind)
) STRICT, WITHOUT ROWID;

-- Up to which operation the verdicts are told.
INSERT INTO counter (name, last) VALUES ('sla', 0);
