-- A retired category keeps its tickets and its place in reports, and is not offered to new tickets.
ALTER TABLE category ADD COLUMN is_retired INTEGER NOT NULL DEFAULT 0
    CONSTRAINT is_retired_is_0_or_1 CHECK (is_retired IN (0, 1));
