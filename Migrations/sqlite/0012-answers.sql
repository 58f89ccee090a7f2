-- Which answers of old cases were taken: the history tells it, and this finds it there.
CREATE INDEX event_by_answer ON event (subject) WHERE field = 'answer';
