-- What reports and clocks read of hundreds of thousands of events stands together in indexes, in the order of the tickets.

-- Priorities change seldom, and clocks ask for the changes of many tickets at once.
UPDATE event SET at = (SELECT operation.at FROM operation WHERE operation.id = event.operation_id)
WHERE field = 'priority' AND at IS NULL;
CREATE INDEX event_by_priority ON event (ticket_id, operation_id, sequence, before, after, at, field)
    WHERE field = 'priority';

DROP INDEX event_by_creation;
CREATE INDEX event_by_creation ON event (ticket_id, at, kind, field) WHERE kind = 'create' AND field = 'ticket';
