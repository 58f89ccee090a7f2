-- What reports count along, without looking up who did it and whether it still holds: when an event happened, and as what it
-- counts. 1: work on the ticket was done, 2: it began anew, 3: the ticket was merged, 4: it went from one agent or team to
-- another. NULL: as nothing, or it was undone. What came to the desk as done counts by its own time, which may be unknown.
ALTER TABLE event ADD COLUMN at INTEGER;
ALTER TABLE event ADD COLUMN counts_as INTEGER CONSTRAINT event_counts_as_is_known CHECK (counts_as BETWEEN 1 AND 4);

UPDATE event SET at = (SELECT operation.at FROM operation WHERE operation.id = event.operation_id)
WHERE field = 'status' OR field = 'assignee' OR field = 'team' OR field = 'mergedInto' OR field = 'ticket';

UPDATE event SET counts_as = CASE
    WHEN field = 'mergedInto' THEN CASE WHEN after IS NOT NULL THEN 3 END
    WHEN field = 'status' THEN CASE
        WHEN EXISTS (SELECT 1 FROM event AS merging WHERE merging.operation_id = event.operation_id
            AND merging.ticket_id = event.ticket_id AND merging.field = 'mergedInto') THEN NULL
        WHEN before <> '5' AND before <> '6' AND (after = '5' OR after = '6') THEN 1
        WHEN (before = '5' OR before = '6') AND after <> '5' AND after <> '6' THEN 2 END
    WHEN before IS NOT NULL AND after IS NOT NULL THEN 4 END
WHERE kind = 'change' AND (field = 'status' OR field = 'assignee' OR field = 'team' OR field = 'mergedInto')
    AND (SELECT operation.undoes FROM operation WHERE operation.id = event.operation_id) IS NULL
    AND NOT EXISTS (SELECT 1 FROM operation AS undo WHERE undo.undoes = event.operation_id
        AND NOT EXISTS (SELECT 1 FROM operation AS redo WHERE redo.undoes = undo.id));

UPDATE event SET counts_as = 1, at = (SELECT ticket.resolved_at FROM ticket WHERE ticket.id = event.ticket_id)
WHERE kind = 'create' AND field = 'ticket' AND EXISTS (
    SELECT 1 FROM ticket WHERE ticket.id = event.ticket_id AND ticket.status > 4 AND ticket.merged_into IS NULL
        AND NOT EXISTS (SELECT 1 FROM event AS moving WHERE moving.ticket_id = ticket.id AND moving.field = 'status'));

DROP INDEX event_by_status;
CREATE INDEX event_by_status ON event (ticket_id, operation_id, sequence, before, after, at, field) WHERE field = 'status';
CREATE INDEX event_by_counting ON event (ticket_id, counts_as, at) WHERE counts_as IS NOT NULL;
CREATE INDEX event_by_creation ON event (operation_id) WHERE kind = 'create' AND field = 'ticket';
CREATE INDEX event_by_removal ON event (ticket_id, operation_id, sequence) WHERE field = 'ticket' AND kind = 'change';

-- With all columns that the conditions name, so that the messages themselves are not looked at.
DROP INDEX message_by_reply;
CREATE INDEX message_by_reply ON message (ticket_id, at, sequence, role, is_internal, removal)
    WHERE role = 2 AND is_internal = 0 AND removal = 0;
CREATE INDEX message_by_description ON message (ticket_id, is_description, removal)
    WHERE is_description = 1 AND removal = 0;
