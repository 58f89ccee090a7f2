-- Priorities change seldom, and clocks ask for the changes of hundreds of tickets at once.
UPDATE event SET at = (SELECT operation.at FROM operation WHERE operation.id = event.operation_id)
WHERE field = 'priority' AND at IS NULL;

CREATE INDEX event_by_priority ON event (ticket_id, operation_id, sequence, before, after, at, field)
    WHERE field = 'priority';
