-- Of which operation one is a consequence, such as what a rule did after a command: undoing the command takes it back too.
ALTER TABLE operation ADD COLUMN cause_id INTEGER REFERENCES operation (id);
CREATE INDEX operation_by_cause ON operation (cause_id) WHERE cause_id IS NOT NULL;

-- What a front calls a text that somebody typed, so that the same text is never stored twice: a draft that is resumed after its
-- command was stored, though nobody could be told.
ALTER TABLE operation ADD COLUMN idempotency_key TEXT;
CREATE UNIQUE INDEX operation_by_idempotency_key ON operation (idempotency_key) WHERE idempotency_key IS NOT NULL;
