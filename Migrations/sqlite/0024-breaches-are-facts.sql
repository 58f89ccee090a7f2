-- A breach is written down when it is first seen, also while its promise still runs: then it has no end yet. Whose it was then
-- stays with it, and whether the promise was changed after it was due. It came out (came_at) when it was due or done, or where
-- only a change made it so, such as a shorter target or an answer that is undone, at the change. What was undone later counts
-- until then (undone_at), and makes room (sequence) for what comes out of the same promise after it.
CREATE TABLE sla_outcome (
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    goal TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    due_at INTEGER,
    verdict TEXT NOT NULL CONSTRAINT sla_verdict_is_final
        CHECK (verdict = 'met' OR verdict = 'breached' OR verdict = 'unanswered'),
    policy TEXT NOT NULL,
    target TEXT NOT NULL,
    length INTEGER NOT NULL,
    owner_id INTEGER,
    came_at INTEGER NOT NULL,
    undone_at INTEGER,
    sequence INTEGER NOT NULL DEFAULT 0,
    is_changed INTEGER NOT NULL DEFAULT 0 CONSTRAINT sla_verdict_is_changed_is_0_or_1 CHECK (is_changed IN (0, 1)),
    PRIMARY KEY (ticket_id, goal, started_at, sequence),
    CONSTRAINT sla_verdict_has_an_end CHECK (ended_at IS NOT NULL OR verdict = 'breached')
) STRICT, WITHOUT ROWID;

INSERT INTO sla_outcome (
    ticket_id, goal, started_at, ended_at, due_at, verdict, policy, target, length, came_at, owner_id)
SELECT old.ticket_id, old.goal, old.started_at, old.ended_at, old.due_at, old.verdict, old.policy, old.target, old.length,
    CASE old.verdict WHEN 'breached' THEN COALESCE(old.due_at, old.ended_at) ELSE old.ended_at END,
    (SELECT CAST(CASE WHEN EXISTS (SELECT 1 FROM event WHERE event.ticket_id = old.ticket_id AND event.field = 'assignee'
            AND event.at > CASE old.verdict WHEN 'breached' THEN old.due_at ELSE old.ended_at END)
        THEN (SELECT event.before FROM event WHERE event.ticket_id = old.ticket_id AND event.field = 'assignee'
            AND event.at > CASE old.verdict WHEN 'breached' THEN old.due_at ELSE old.ended_at END
            ORDER BY event.operation_id, event.sequence LIMIT 1)
        ELSE ticket.assignee_id END AS INTEGER) FROM ticket WHERE ticket.id = old.ticket_id)
FROM sla_verdict AS old;

DROP TABLE sla_verdict;
ALTER TABLE sla_outcome RENAME TO sla_verdict;

-- What runs as it was measured last: it stays so until something happens to its ticket, or it falls due.
CREATE TABLE sla_running (
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    goal TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    due_at INTEGER,
    is_paused INTEGER NOT NULL CONSTRAINT sla_running_is_paused_is_0_or_1 CHECK (is_paused IN (0, 1)),
    policy TEXT NOT NULL,
    target TEXT NOT NULL,
    length INTEGER NOT NULL,
    PRIMARY KEY (ticket_id, goal, started_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX sla_running_by_due ON sla_running (due_at) WHERE due_at IS NOT NULL;

-- 1 once all that runs stands in that table.
INSERT INTO counter (name, last) VALUES ('sla-running', 0);

-- Whether a ticket came as done stands beside when it came.
DROP INDEX event_by_creation;
CREATE INDEX event_by_creation ON event (ticket_id, at, counts_as, kind, field) WHERE kind = 'create' AND field = 'ticket';

-- What was merged and taken out again: few events, which reports look for among all of them.
CREATE INDEX event_by_merging ON event (ticket_id, operation_id, counts_as, at, field) WHERE field = 'mergedInto';
