-- Of which operation one is a consequence, such as what a rule did after a command: undoing the command takes it back too.
ALTER TABLE operation ADD COLUMN cause_id INTEGER REFERENCES operation (id);
CREATE INDEX operation_by_cause ON operation (cause_id) WHERE cause_id IS NOT NULL;
