-- Diagnoses of sites: what was seen, so that it can be looked at again, and who had agreed to it. url, evidence: without
-- secrets; evidence is JSON that names its own version. consent: the words that somebody said yes to; is_consent_answered:
-- 1 where a person answered the question, 0 where the yes stood in the command.
CREATE TABLE diagnosis (
    id INTEGER NOT NULL PRIMARY KEY,
    url TEXT NOT NULL CONSTRAINT diagnosis_url_is_not_empty CHECK (url <> ''),
    host TEXT NOT NULL CONSTRAINT diagnosis_host_is_not_empty CHECK (host <> ''),
    customer_id INTEGER REFERENCES customer (id),
    ticket_id INTEGER REFERENCES ticket (id),
    verdict TEXT NOT NULL CONSTRAINT diagnosis_verdict_is_not_empty CHECK (verdict <> ''),
    evidence TEXT NOT NULL CONSTRAINT diagnosis_evidence_is_not_empty CHECK (evidence <> ''),
    consent TEXT NOT NULL CONSTRAINT diagnosis_consent_is_not_empty CHECK (consent <> ''),
    is_consent_answered INTEGER NOT NULL CONSTRAINT diagnosis_consent_is_known CHECK (is_consent_answered BETWEEN 0 AND 1),
    agent_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    removal INTEGER NOT NULL CONSTRAINT diagnosis_removal_is_known CHECK (removal BETWEEN 0 AND 2)
) STRICT;
CREATE INDEX diagnosis_by_customer ON diagnosis (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX diagnosis_by_ticket ON diagnosis (ticket_id) WHERE ticket_id IS NOT NULL;
