-- Diagnoses of sites: what was seen, so that it can be looked at again, and who had agreed to it.
CREATE TABLE diagnosis (
    id INTEGER NOT NULL PRIMARY KEY,
    -- Without its secrets, as is all of the evidence.
    url TEXT NOT NULL CONSTRAINT diagnosis_url_is_not_empty CHECK (url <> ''),
    host TEXT NOT NULL CONSTRAINT diagnosis_host_is_not_empty CHECK (host <> ''),
    customer_id INTEGER REFERENCES customer (id),
    ticket_id INTEGER REFERENCES ticket (id),
    verdict TEXT NOT NULL CONSTRAINT diagnosis_verdict_is_not_empty CHECK (verdict <> ''),
    -- JSON; it names its own version.
    evidence TEXT NOT NULL CONSTRAINT diagnosis_evidence_is_not_empty CHECK (evidence <> ''),
    -- The words that somebody said yes to.
    consent TEXT NOT NULL CONSTRAINT diagnosis_consent_is_not_empty CHECK (consent <> ''),
    -- 1: a person answered the question; 0: the yes stood in the command.
    is_consent_answered INTEGER NOT NULL CONSTRAINT diagnosis_consent_is_known CHECK (is_consent_answered BETWEEN 0 AND 1),
    agent_id INTEGER NOT NULL REFERENCES agent (id),
    at INTEGER NOT NULL,
    removal INTEGER NOT NULL CONSTRAINT diagnosis_removal_is_known CHECK (removal BETWEEN 0 AND 2)
) STRICT;
CREATE INDEX diagnosis_by_customer ON diagnosis (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX diagnosis_by_ticket ON diagnosis (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX diagnosis_by_agent ON diagnosis (agent_id);
