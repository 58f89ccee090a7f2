-- How a signature begins, as a number: a sentence asks for the leads that stand in it instead of reading them all.
-- NULL where the signature was made before this step: such a one is always read.
ALTER TABLE signature ADD COLUMN lead INTEGER;

CREATE INDEX signature_by_lead ON signature (lead);

-- In how many entries each term stands: a sentence is looked for by its rare terms. It keeps nothing of its own.
CREATE VIRTUAL TABLE entry_term USING fts5vocab (entry_search, row);
