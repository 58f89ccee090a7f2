-- Who asks, who answers, in which team, and who may do what. `removal`: 0 there, 1 retired, 2 its making was undone; a
-- retired row keeps its tickets and its history, and is not offered any more.

ALTER TABLE organisation ADD COLUMN removal INTEGER NOT NULL DEFAULT 0
    CONSTRAINT organisation_removal_is_known CHECK (removal BETWEEN 0 AND 2);

-- `phone_key` and `email_key` are the forms in which Swift compares them. A customer who was merged keeps the row: the
-- name still finds the one it was merged into, which is never merged itself.
ALTER TABLE customer ADD COLUMN phone TEXT;
ALTER TABLE customer ADD COLUMN phone_key TEXT;
ALTER TABLE customer ADD COLUMN email TEXT;
ALTER TABLE customer ADD COLUMN email_key TEXT;
ALTER TABLE customer ADD COLUMN is_vip INTEGER NOT NULL DEFAULT 0
    CONSTRAINT is_vip_is_0_or_1 CHECK (is_vip BETWEEN 0 AND 1);
ALTER TABLE customer ADD COLUMN language TEXT;
ALTER TABLE customer ADD COLUMN merged_into INTEGER REFERENCES customer (id);
ALTER TABLE customer ADD COLUMN removal INTEGER NOT NULL DEFAULT 0
    CONSTRAINT customer_removal_is_known CHECK (removal BETWEEN 0 AND 2);
CREATE INDEX customer_by_phone ON customer (phone_key) WHERE phone_key IS NOT NULL;
CREATE INDEX customer_by_email ON customer (email_key) WHERE email_key IS NOT NULL;
CREATE INDEX customer_by_survivor ON customer (merged_into) WHERE merged_into IS NOT NULL;

ALTER TABLE team ADD COLUMN removal INTEGER NOT NULL DEFAULT 0
    CONSTRAINT team_removal_is_known CHECK (removal BETWEEN 0 AND 2);

-- Absent without a time: until the agent is back.
ALTER TABLE agent ADD COLUMN is_absent INTEGER NOT NULL DEFAULT 0
    CONSTRAINT is_absent_is_0_or_1 CHECK (is_absent BETWEEN 0 AND 1);
ALTER TABLE agent ADD COLUMN absent_until INTEGER;
ALTER TABLE agent ADD COLUMN removal INTEGER NOT NULL DEFAULT 0
    CONSTRAINT agent_removal_is_known CHECK (removal BETWEEN 0 AND 2);

CREATE TABLE team_member (
    id INTEGER NOT NULL PRIMARY KEY,
    team_id INTEGER NOT NULL REFERENCES team (id),
    agent_id INTEGER NOT NULL REFERENCES agent (id),
    is_member INTEGER NOT NULL CONSTRAINT is_member_is_0_or_1 CHECK (is_member BETWEEN 0 AND 1),
    UNIQUE (team_id, agent_id)
) STRICT;
CREATE INDEX team_member_by_agent ON team_member (agent_id);

-- What an agent is good at: a category with all below it, or a tag.
CREATE TABLE agent_skill (
    id INTEGER NOT NULL PRIMARY KEY,
    agent_id INTEGER NOT NULL REFERENCES agent (id),
    category_id INTEGER REFERENCES category (id),
    tag_id INTEGER REFERENCES tag (id),
    is_held INTEGER NOT NULL CONSTRAINT is_held_is_0_or_1 CHECK (is_held BETWEEN 0 AND 1),
    CONSTRAINT skill_is_a_category_or_a_tag CHECK ((category_id IS NULL) <> (tag_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX agent_skill_in_category ON agent_skill (agent_id, category_id) WHERE category_id IS NOT NULL;
CREATE UNIQUE INDEX agent_skill_in_tag ON agent_skill (agent_id, tag_id) WHERE tag_id IS NOT NULL;
CREATE INDEX agent_skill_by_category ON agent_skill (category_id) WHERE category_id IS NOT NULL;
CREATE INDEX agent_skill_by_tag ON agent_skill (tag_id) WHERE tag_id IS NOT NULL;

-- Where the desk says otherwise than the program does: the least role that may. NULL: as the program says.
CREATE TABLE permission_override (
    id INTEGER NOT NULL PRIMARY KEY,
    permission TEXT NOT NULL UNIQUE,
    least_role INTEGER REFERENCES agent_role (id)
) STRICT;

-- Whose turn it is to be given a ticket: the one to whom that happened longest ago.
CREATE INDEX event_by_new_assignee ON event (after, operation_id) WHERE field = 'assignee';
