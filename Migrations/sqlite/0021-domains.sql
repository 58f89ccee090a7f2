-- Names of the DNS that customers have: claimed first, and theirs once they have proven it. name: in the letters of the
-- network, example.com, or *.example.com for all names below it. token: what the customer publishes to prove it; it counts
-- until expires_at. verified_at: NULL while the name is only claimed.
CREATE TABLE domain (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT domain_name_is_not_empty CHECK (name <> ''),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    token TEXT NOT NULL CONSTRAINT domain_token_is_not_empty CHECK (token <> ''),
    expires_at INTEGER NOT NULL,
    verified_at INTEGER,
    agent_id INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    removal INTEGER NOT NULL CONSTRAINT domain_removal_is_known CHECK (removal BETWEEN 0 AND 2)
) STRICT;
-- Of two who claim a name, one has it.
CREATE UNIQUE INDEX domain_of_one ON domain (name) WHERE verified_at IS NOT NULL AND removal = 0;
CREATE UNIQUE INDEX domain_claimed_once ON domain (customer_id, name) WHERE removal = 0;
