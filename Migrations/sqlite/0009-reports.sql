-- What reports count along: the public answers of agents, and where tickets moved from and to.

CREATE INDEX message_by_reply ON message (ticket_id, at, sequence)
    WHERE role = 2 AND is_internal = 0 AND removal = 0;
CREATE INDEX event_by_status ON event (ticket_id, operation_id, sequence, before, after) WHERE field = 'status';
