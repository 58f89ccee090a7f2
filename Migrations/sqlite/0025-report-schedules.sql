-- Reports that "desk tick" writes into a folder. A command has a word a line. The last day for which one was written is no change
-- that anybody makes, and so no event.
CREATE TABLE report_schedule (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT report_schedule_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    command TEXT NOT NULL,
    folder TEXT NOT NULL,
    recurrence TEXT NOT NULL,
    keep INTEGER CONSTRAINT report_schedule_keeps_some CHECK (keep > 0),
    written_for INTEGER NOT NULL,
    is_retired INTEGER NOT NULL DEFAULT 0 CONSTRAINT report_schedule_is_retired_is_0_or_1 CHECK (is_retired IN (0, 1))
) STRICT;
