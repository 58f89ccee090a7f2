CREATE INDEX agent_by_role ON agent (role);

CREATE INDEX agent_skill_by_category ON agent_skill (category_id) WHERE category_id IS NOT NULL;

CREATE INDEX agent_skill_by_tag ON agent_skill (tag_id) WHERE tag_id IS NOT NULL;

CREATE UNIQUE INDEX agent_skill_in_category ON agent_skill (agent_id, category_id) WHERE category_id IS NOT NULL;

CREATE UNIQUE INDEX agent_skill_in_tag ON agent_skill (agent_id, tag_id) WHERE tag_id IS NOT NULL;

CREATE UNIQUE INDEX article_entry_by_version ON article_entry (version_id, position);

CREATE UNIQUE INDEX article_version_by_article ON article_version (article_id, number);

CREATE INDEX article_version_by_content ON article_version (sha256);

CREATE INDEX article_version_by_file ON article_version (file_name) WHERE file_name IS NOT NULL;

CREATE INDEX article_version_by_title ON article_version (folded);

CREATE INDEX attachment_by_agent ON attachment (agent_id) WHERE agent_id IS NOT NULL;

CREATE INDEX attachment_by_content ON attachment (sha256);

CREATE INDEX attachment_by_message ON attachment (message_id) WHERE message_id IS NOT NULL;

CREATE INDEX attachment_by_ticket ON attachment (ticket_id, id);

CREATE INDEX batch_by_agent ON batch (agent_id);

CREATE INDEX batch_by_undone ON batch (undone_by) WHERE undone_by IS NOT NULL;

CREATE INDEX category_alias_by_category ON category_alias (category_id);

CREATE UNIQUE INDEX category_at_top ON category (name) WHERE parent_id IS NULL;

CREATE UNIQUE INDEX category_by_parent ON category (parent_id, name);

CREATE INDEX cause_alias_by_cause ON cause_alias (cause_id);

CREATE INDEX cause_by_folded ON cause (folded);

CREATE INDEX customer_by_email ON customer (email_key) WHERE email_key IS NOT NULL;

CREATE UNIQUE INDEX customer_by_name ON customer (folded);

CREATE INDEX customer_by_organisation ON customer (organisation_id) WHERE organisation_id IS NOT NULL;

CREATE INDEX customer_by_phone ON customer (phone_key) WHERE phone_key IS NOT NULL;

CREATE INDEX customer_by_survivor ON customer (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX dataset_by_name ON dataset (name);

CREATE INDEX diagnosis_by_customer ON diagnosis (customer_id) WHERE customer_id IS NOT NULL;

CREATE INDEX diagnosis_by_ticket ON diagnosis (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE UNIQUE INDEX domain_claimed_once ON domain (customer_id, name) WHERE removal = 0;

CREATE UNIQUE INDEX domain_of_one ON domain (name) WHERE verified_at IS NOT NULL AND removal = 0;

CREATE INDEX event_by_answer ON event (subject) WHERE field = 'answer';

CREATE INDEX event_by_article ON event (subject, ticket_id) WHERE field = 'article';

CREATE INDEX event_by_counting ON event (ticket_id, counts_as, at) WHERE counts_as IS NOT NULL;

CREATE INDEX event_by_creation ON event (ticket_id, at, counts_as, kind, field) WHERE kind = 'create' AND field = 'ticket';

CREATE INDEX event_by_merging ON event (ticket_id, operation_id, counts_as, at, field) WHERE field = 'mergedInto';

CREATE INDEX event_by_new_assignee ON event (after, operation_id) WHERE field = 'assignee';

CREATE INDEX event_by_priority ON event (ticket_id, operation_id, sequence, before, after, at, field)
    WHERE field = 'priority';

CREATE INDEX event_by_removal ON event (ticket_id, operation_id, sequence) WHERE field = 'ticket' AND kind = 'change';

CREATE INDEX event_by_status ON event (ticket_id, operation_id, sequence, before, after, at, field) WHERE field = 'status';

CREATE INDEX event_by_ticket ON event (ticket_id, operation_id);

CREATE INDEX field_by_folded ON field (folded);

CREATE INDEX field_by_kind ON field (kind) WHERE kind IS NOT NULL;

CREATE INDEX message_by_agent ON message (agent_id, ticket_id, removal) WHERE agent_id IS NOT NULL;

CREATE INDEX message_by_customer ON message (customer_id) WHERE customer_id IS NOT NULL;

CREATE INDEX message_by_description ON message (ticket_id, is_description, removal)
    WHERE is_description = 1 AND removal = 0;

CREATE INDEX message_by_reply ON message (ticket_id, at, sequence, role, is_internal, removal)
    WHERE role = 2 AND is_internal = 0 AND removal = 0;

CREATE UNIQUE INDEX message_by_ticket ON message (ticket_id, sequence);

CREATE INDEX message_former_place_by_message ON message_former_place (message_id);

CREATE INDEX message_version_by_operation ON message_version (operation_id);

CREATE INDEX operation_by_agent ON operation (agent_id, id);

CREATE INDEX operation_by_batch ON operation (batch_id) WHERE batch_id IS NOT NULL;

CREATE INDEX operation_by_cause ON operation (cause_id) WHERE cause_id IS NOT NULL;

CREATE UNIQUE INDEX operation_by_idempotency_key ON operation (idempotency_key) WHERE idempotency_key IS NOT NULL;

CREATE INDEX operation_by_undone ON operation (undoes) WHERE undoes IS NOT NULL;

CREATE INDEX priority_alias_by_priority ON priority_alias (priority) WHERE priority IS NOT NULL;

CREATE INDEX problem_incident_by_ticket ON problem_incident (ticket_id, problem_id);

CREATE INDEX rule_log_by_operation ON rule_log (operation_id) WHERE operation_id IS NOT NULL;

CREATE INDEX rule_log_by_rule ON rule_log (rule_id);

CREATE INDEX rule_log_by_ticket ON rule_log (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE INDEX rule_ticket_by_ticket ON rule_ticket (ticket_id);

CREATE INDEX signature_by_lead ON signature (lead);

CREATE INDEX signature_by_version ON signature (version_id);

CREATE INDEX sla_running_by_due ON sla_running (due_at) WHERE due_at IS NOT NULL;

CREATE INDEX source_file_by_batch ON source_file (batch_id);

CREATE INDEX source_file_by_content ON source_file (sha256);

CREATE INDEX source_file_by_dataset ON source_file (dataset_id, id);

CREATE INDEX source_file_by_name ON source_file (name);

CREATE INDEX source_file_by_same ON source_file (same_as) WHERE same_as IS NOT NULL;

CREATE INDEX tag_alias_by_tag ON tag_alias (tag_id);

CREATE INDEX team_member_by_agent ON team_member (agent_id);

CREATE INDEX ticket_by_assignee ON ticket (assignee_id, status) WHERE assignee_id IS NOT NULL;

CREATE INDEX ticket_by_category ON ticket (category_id, status, created_at, removal);

CREATE INDEX ticket_by_creation ON ticket (created_at);

CREATE INDEX ticket_by_customer ON ticket (customer_id) WHERE customer_id IS NOT NULL;

CREATE INDEX ticket_by_priority ON ticket (priority) WHERE priority <> 2;

CREATE INDEX ticket_by_resolution ON ticket (resolution) WHERE resolution IS NOT NULL;

CREATE INDEX ticket_by_resolving ON ticket (resolved_at) WHERE status = 5 AND resolved_at IS NOT NULL;

CREATE INDEX ticket_by_source ON ticket (source_file_id, source_position) WHERE source_file_id IS NOT NULL;

CREATE INDEX ticket_by_status ON ticket (status, created_at);

CREATE INDEX ticket_by_survivor ON ticket (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX ticket_by_team ON ticket (team_id, status) WHERE team_id IS NOT NULL;

CREATE INDEX ticket_by_waking ON ticket (wake_at) WHERE wake_at IS NOT NULL;

CREATE INDEX ticket_cause_by_agent ON ticket_cause (agent_id) WHERE agent_id IS NOT NULL;

CREATE INDEX ticket_cause_by_cause ON ticket_cause (cause_id, state);

CREATE INDEX ticket_cause_by_evidence ON ticket_cause (evidence_id) WHERE evidence_id IS NOT NULL;

CREATE INDEX ticket_field_by_field ON ticket_field (field_id);

CREATE INDEX ticket_link_by_other ON ticket_link (other_id, kind);

CREATE INDEX ticket_source_by_ticket ON ticket_source (ticket_id);

CREATE INDEX ticket_tag_by_tag ON ticket_tag (tag_id, ticket_id);

CREATE INDEX ticket_watcher_by_agent ON ticket_watcher (agent_id, ticket_id);

CREATE TABLE agent (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT agent_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    role INTEGER NOT NULL REFERENCES agent_role (id)
, is_absent INTEGER NOT NULL DEFAULT 0
    CONSTRAINT is_absent_is_0_or_1 CHECK (is_absent BETWEEN 0 AND 1), absent_until INTEGER, removal INTEGER NOT NULL DEFAULT 0
    CONSTRAINT agent_removal_is_known CHECK (removal BETWEEN 0 AND 2)) STRICT;

CREATE TABLE agent_role (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE agent_skill (
    id INTEGER NOT NULL PRIMARY KEY,
    agent_id INTEGER NOT NULL REFERENCES agent (id),
    category_id INTEGER REFERENCES category (id),
    tag_id INTEGER REFERENCES tag (id),
    is_held INTEGER NOT NULL CONSTRAINT is_held_is_0_or_1 CHECK (is_held BETWEEN 0 AND 1),
    CONSTRAINT skill_is_a_category_or_a_tag CHECK ((category_id IS NULL) <> (tag_id IS NULL))
) STRICT;

CREATE TABLE article (
    id INTEGER NOT NULL PRIMARY KEY,
    state INTEGER NOT NULL CONSTRAINT article_state_is_known CHECK (state BETWEEN 1 AND 3),
    version_id INTEGER,
    translation_of INTEGER,
    review_at INTEGER,
    removal INTEGER NOT NULL DEFAULT 0 CONSTRAINT article_removal_is_known CHECK (removal BETWEEN 0 AND 2)
) STRICT;

CREATE TABLE article_entry (
    id INTEGER NOT NULL PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES article_version (id),
    parent_id INTEGER,
    position INTEGER NOT NULL,
    kind INTEGER NOT NULL CONSTRAINT entry_kind_is_known CHECK (kind BETWEEN 1 AND 8),
    level INTEGER,
    number TEXT,
    title TEXT NOT NULL,
    key TEXT,
    role INTEGER NOT NULL CONSTRAINT entry_role_is_known CHECK (role BETWEEN 1 AND 9),
    line INTEGER NOT NULL,
    title_start INTEGER NOT NULL,
    title_length INTEGER NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL
) STRICT;

CREATE TABLE article_version (
    id INTEGER NOT NULL PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article (id),
    number INTEGER NOT NULL CONSTRAINT article_version_number_is_positive CHECK (number > 0),
    title TEXT NOT NULL CONSTRAINT article_title_is_not_empty CHECK (title <> ''),
    folded TEXT NOT NULL,
    language TEXT NOT NULL CONSTRAINT article_language_is_known CHECK (language = 'zh' OR language = 'en'),
    kind INTEGER NOT NULL CONSTRAINT article_kind_is_known CHECK (kind BETWEEN 1 AND 4),
    lines INTEGER NOT NULL,
    sha256 BLOB NOT NULL REFERENCES source_content (sha256),
    file_name TEXT,
    path TEXT,
    operation_id INTEGER NOT NULL
) STRICT;

CREATE TABLE attachment (
    id INTEGER NOT NULL PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    message_id INTEGER REFERENCES message (id),
    name TEXT NOT NULL CONSTRAINT attachment_name_is_not_empty CHECK (name <> ''),
    size INTEGER NOT NULL CONSTRAINT attachment_size_is_not_negative CHECK (size >= 0),
    sha256 BLOB NOT NULL CONSTRAINT attachment_hash_has_32_bytes CHECK (length(sha256) = 32),
    is_internal INTEGER NOT NULL CONSTRAINT attachment_is_internal_is_0_or_1 CHECK (is_internal IN (0, 1)),
    agent_id INTEGER REFERENCES agent (id),
    at INTEGER,
    removal INTEGER NOT NULL DEFAULT 0 CONSTRAINT attachment_removal_is_known CHECK (removal BETWEEN 0 AND 2)
) STRICT;

CREATE TABLE attachment_content (
    sha256 BLOB NOT NULL PRIMARY KEY CONSTRAINT attachment_sha256_has_32_bytes CHECK (length(sha256) = 32),
    content BLOB NOT NULL
) STRICT;

CREATE TABLE batch (
    id INTEGER NOT NULL PRIMARY KEY,
    label TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    agent_id INTEGER REFERENCES agent (id),
    undone_by INTEGER REFERENCES operation (id)
) STRICT;

CREATE TABLE batch_name (
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    kind INTEGER NOT NULL CONSTRAINT batch_name_kind_is_known CHECK (kind BETWEEN 1 AND 7),
    first_id INTEGER NOT NULL,
    last_id INTEGER NOT NULL,
    PRIMARY KEY (batch_id, kind, first_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT calendar_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    -- NULL: the desk's.
    zone TEXT,
    hours TEXT NOT NULL,
    days TEXT NOT NULL,
    is_retired INTEGER NOT NULL DEFAULT 0 CONSTRAINT calendar_is_retired_is_0_or_1 CHECK (is_retired IN (0, 1))
) STRICT;

CREATE TABLE canned_reply (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT canned_reply_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    is_retired INTEGER NOT NULL DEFAULT 0 CONSTRAINT canned_reply_is_retired_is_0_or_1 CHECK (is_retired IN (0, 1))
) STRICT;

CREATE TABLE category (
    id INTEGER NOT NULL PRIMARY KEY,
    parent_id INTEGER REFERENCES category (id),
    name TEXT NOT NULL CONSTRAINT category_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL
, is_retired INTEGER NOT NULL DEFAULT 0
    CONSTRAINT is_retired_is_0_or_1 CHECK (is_retired IN (0, 1))) STRICT;

CREATE TABLE category_alias (
    folded TEXT NOT NULL PRIMARY KEY,
    category_id INTEGER NOT NULL REFERENCES category (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE cause (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CONSTRAINT cause_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL,
    is_placeholder INTEGER NOT NULL DEFAULT 0 CONSTRAINT is_placeholder_is_0_or_1 CHECK (is_placeholder IN (0, 1))
, is_retired INTEGER NOT NULL DEFAULT 0
    CONSTRAINT cause_is_retired_is_0_or_1 CHECK (is_retired BETWEEN 0 AND 1)) STRICT;

CREATE TABLE cause_alias (
    folded TEXT NOT NULL PRIMARY KEY,
    cause_id INTEGER NOT NULL REFERENCES cause (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE cause_state (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE counter (
    name TEXT NOT NULL PRIMARY KEY,
    last INTEGER NOT NULL CONSTRAINT counter_goes_up CHECK (last >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE customer (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT customer_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL,
    organisation_id INTEGER REFERENCES organisation (id)
, phone TEXT, phone_key TEXT, email TEXT, email_key TEXT, is_vip INTEGER NOT NULL DEFAULT 0
    CONSTRAINT is_vip_is_0_or_1 CHECK (is_vip BETWEEN 0 AND 1), language TEXT, merged_into INTEGER REFERENCES customer (id), removal INTEGER NOT NULL DEFAULT 0
    CONSTRAINT customer_removal_is_known CHECK (removal BETWEEN 0 AND 2)) STRICT;

CREATE TABLE dataset (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT dataset_name_is_not_empty CHECK (name <> '')
) STRICT;

CREATE TABLE desk (
    id INTEGER NOT NULL PRIMARY KEY CONSTRAINT there_is_one_desk CHECK (id = 1),
    uuid BLOB NOT NULL CONSTRAINT desk_uuid_has_16_bytes CHECK (length(uuid) = 16),
    created_at INTEGER NOT NULL,
    time_zone TEXT NOT NULL,
    language TEXT NOT NULL
) STRICT;

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

CREATE TABLE dialect (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT dialect_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    is_retired INTEGER NOT NULL DEFAULT 0 CONSTRAINT dialect_is_retired_is_0_or_1 CHECK (is_retired IN (0, 1))
) STRICT;

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

CREATE TABLE entry_link (
    entry_id INTEGER NOT NULL REFERENCES article_entry (id),
    position INTEGER NOT NULL,
    kind INTEGER NOT NULL CONSTRAINT entry_link_kind_is_known CHECK (kind BETWEEN 1 AND 5),
    label TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE entry_search USING fts5 (
    title, body, content = '',
    tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'"
);

CREATE TABLE 'entry_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'entry_search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'entry_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'entry_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE VIRTUAL TABLE entry_term USING fts5vocab (entry_search, row);

CREATE TABLE entry_text (
    entry_id INTEGER NOT NULL REFERENCES article_entry (id),
    position INTEGER NOT NULL,
    role INTEGER NOT NULL CONSTRAINT entry_text_role_is_known CHECK (role BETWEEN 1 AND 9),
    side INTEGER CONSTRAINT entry_text_side_is_known CHECK (side BETWEEN 1 AND 4),
    body TEXT NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    sequence INTEGER NOT NULL,
    ticket_id INTEGER REFERENCES ticket (id),
    kind TEXT NOT NULL CONSTRAINT event_kind_is_known CHECK (
        kind = 'create' OR kind = 'change' OR kind = 'add' OR kind = 'remove' OR kind = 'restore'),
    field TEXT,
    subject INTEGER,
    before TEXT,
    after TEXT, at INTEGER, counts_as INTEGER CONSTRAINT event_counts_as_is_known CHECK (counts_as BETWEEN 1 AND 4),
    PRIMARY KEY (operation_id, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE field (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CONSTRAINT field_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL
, kind INTEGER REFERENCES field_kind (id), choices TEXT, is_retired INTEGER NOT NULL DEFAULT 0
    CONSTRAINT field_is_retired_is_0_or_1 CHECK (is_retired BETWEEN 0 AND 1)) STRICT;

CREATE TABLE field_kind (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE likeness (
    block INTEGER NOT NULL PRIMARY KEY,
    pieces BLOB NOT NULL
) STRICT;

CREATE TABLE link_kind (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE macro (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT macro_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    steps TEXT NOT NULL,
    is_retired INTEGER NOT NULL DEFAULT 0 CONSTRAINT macro_is_retired_is_0_or_1 CHECK (is_retired IN (0, 1))
) STRICT;

CREATE TABLE message (
    id INTEGER NOT NULL PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    sequence INTEGER NOT NULL,
    role INTEGER NOT NULL REFERENCES message_role (id),
    agent_id INTEGER REFERENCES agent (id),
    origin INTEGER NOT NULL REFERENCES message_origin (id),
    is_internal INTEGER NOT NULL DEFAULT 0 CONSTRAINT is_internal_is_0_or_1 CHECK (is_internal IN (0, 1)),
    is_description INTEGER NOT NULL DEFAULT 0 CONSTRAINT is_description_is_0_or_1 CHECK (is_description IN (0, 1)),
    body TEXT NOT NULL,
    at INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    removal INTEGER NOT NULL DEFAULT 0 CONSTRAINT message_removal_is_known CHECK (removal BETWEEN 0 AND 2)
, customer_id INTEGER REFERENCES customer (id)) STRICT;

CREATE TABLE message_former_place (
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    sequence INTEGER NOT NULL,
    message_id INTEGER NOT NULL REFERENCES message (id),
    PRIMARY KEY (ticket_id, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE message_origin (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE message_role (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE message_version (
    message_id INTEGER NOT NULL REFERENCES message (id),
    version INTEGER NOT NULL,
    role INTEGER NOT NULL REFERENCES message_role (id),
    origin INTEGER NOT NULL REFERENCES message_origin (id),
    is_description INTEGER NOT NULL,
    body TEXT NOT NULL,
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    PRIMARY KEY (message_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE operation (
    id INTEGER NOT NULL PRIMARY KEY,
    agent_id INTEGER NOT NULL REFERENCES agent (id),
    at INTEGER NOT NULL,
    command TEXT NOT NULL,
    batch_id INTEGER REFERENCES batch (id),
    undoes INTEGER REFERENCES operation (id)
, reason TEXT, cause_id INTEGER REFERENCES operation (id), idempotency_key TEXT) STRICT;

CREATE TABLE organisation (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT organisation_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE
, removal INTEGER NOT NULL DEFAULT 0
    CONSTRAINT organisation_removal_is_known CHECK (removal BETWEEN 0 AND 2)) STRICT;

CREATE TABLE permission_override (
    id INTEGER NOT NULL PRIMARY KEY,
    permission TEXT NOT NULL UNIQUE,
    least_role INTEGER REFERENCES agent_role (id)
) STRICT;

CREATE TABLE priority (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE priority_alias (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT priority_alias_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    priority INTEGER REFERENCES priority (id)
) STRICT;

CREATE TABLE problem (
    id INTEGER NOT NULL PRIMARY KEY,
    title TEXT NOT NULL CONSTRAINT problem_title_is_not_empty CHECK (title <> ''),
    workaround TEXT,
    created_at INTEGER NOT NULL,
    resolved_at INTEGER,
    removal INTEGER NOT NULL CONSTRAINT problem_removal_is_known CHECK (removal BETWEEN 0 AND 2)
) STRICT;

CREATE TABLE problem_incident (
    problem_id INTEGER NOT NULL REFERENCES problem (id),
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    PRIMARY KEY (problem_id, ticket_id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE resolution (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE rule (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT rule_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL,
    steps TEXT NOT NULL,
    is_enabled INTEGER NOT NULL DEFAULT 1 CONSTRAINT rule_is_enabled_is_0_or_1 CHECK (is_enabled IN (0, 1)),
    is_retired INTEGER NOT NULL DEFAULT 0 CONSTRAINT rule_is_retired_is_0_or_1 CHECK (is_retired IN (0, 1))
) STRICT;

CREATE TABLE rule_log (
    id INTEGER NOT NULL PRIMARY KEY,
    rule_id INTEGER NOT NULL REFERENCES rule (id),
    at INTEGER NOT NULL,
    outcome TEXT NOT NULL CONSTRAINT rule_log_outcome_is_known
        CHECK (outcome = 'ran' OR outcome = 'refused' OR outcome = 'loop'),
    ticket_id INTEGER REFERENCES ticket (id),
    operation_id INTEGER REFERENCES operation (id),
    detail TEXT NOT NULL
) STRICT;

CREATE TABLE rule_ticket (
    rule_id INTEGER NOT NULL REFERENCES rule (id),
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    PRIMARY KEY (rule_id, ticket_id)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (
    title, body, content = '',
    tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'"
);

CREATE TABLE 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE VIRTUAL TABLE search_token USING fts5vocab (search, instance);

CREATE TABLE setting (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CONSTRAINT setting_name_is_not_empty CHECK (name <> ''),
    -- NULL: the standard value holds.
    value TEXT
) STRICT;

CREATE TABLE signature (
    id INTEGER NOT NULL PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES article_version (id),
    kind INTEGER NOT NULL CONSTRAINT signature_kind_is_known CHECK (kind BETWEEN 1 AND 3),
    segments TEXT NOT NULL CONSTRAINT signature_is_not_empty CHECK (segments <> ''),
    context TEXT,
    sample TEXT,
    counter_sample TEXT,
    entries TEXT NOT NULL CONSTRAINT signature_entries_are_not_empty CHECK (entries <> '')
, lead INTEGER) STRICT;

CREATE TABLE sla_notice (
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    goal TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    kind TEXT NOT NULL CONSTRAINT sla_notice_kind_is_known CHECK (kind = 'warning' OR kind = 'breach'),
    PRIMARY KEY (ticket_id, goal, started_at, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE sla_policy (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT sla_policy_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    query TEXT NOT NULL,
    terms TEXT NOT NULL,
    -- NULL: the desk's.
    calendar TEXT,
    is_retired INTEGER NOT NULL DEFAULT 0 CONSTRAINT sla_policy_is_retired_is_0_or_1 CHECK (is_retired IN (0, 1))
) STRICT;

CREATE TABLE sla_running (
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    goal TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    due_at INTEGER,
    is_paused INTEGER NOT NULL CONSTRAINT sla_running_is_paused_is_0_or_1 CHECK (is_paused IN (0, 1)),
    policy TEXT NOT NULL,
    target TEXT NOT NULL,
    length INTEGER NOT NULL,
    PRIMARY KEY (ticket_id, goal, started_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE "sla_verdict" (
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    goal TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    due_at INTEGER,
    verdict TEXT NOT NULL CONSTRAINT sla_verdict_is_final
        CHECK (verdict = 'met' OR verdict = 'breached' OR verdict = 'unanswered'),
    policy TEXT NOT NULL,
    target TEXT NOT NULL,
    length INTEGER NOT NULL,
    owner_id INTEGER,
    came_at INTEGER NOT NULL,
    undone_at INTEGER,
    sequence INTEGER NOT NULL DEFAULT 0,
    is_changed INTEGER NOT NULL DEFAULT 0 CONSTRAINT sla_verdict_is_changed_is_0_or_1 CHECK (is_changed IN (0, 1)),
    PRIMARY KEY (ticket_id, goal, started_at, sequence),
    CONSTRAINT sla_verdict_has_an_end CHECK (ended_at IS NOT NULL OR verdict = 'breached')
) STRICT, WITHOUT ROWID;

CREATE TABLE source_content (
    sha256 BLOB NOT NULL PRIMARY KEY CONSTRAINT sha256_has_32_bytes CHECK (length(sha256) = 32),
    content BLOB NOT NULL
) STRICT;

CREATE TABLE source_file (
    id INTEGER NOT NULL PRIMARY KEY,
    dataset_id INTEGER NOT NULL REFERENCES dataset (id),
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    name TEXT NOT NULL CONSTRAINT file_name_is_not_empty CHECK (name <> ''),
    path TEXT NOT NULL,
    sha256 BLOB REFERENCES source_content (sha256),
    size INTEGER NOT NULL CONSTRAINT file_size_is_not_negative CHECK (size >= 0),
    declared INTEGER,
    found INTEGER NOT NULL,
    hash_formula INTEGER NOT NULL,
    same_as INTEGER REFERENCES source_file (id)
, dialect TEXT, encoding TEXT, ticket_digests BLOB) STRICT;

CREATE TABLE status (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
, label TEXT) STRICT;

CREATE TABLE tag (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT tag_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE
, is_retired INTEGER NOT NULL DEFAULT 0
    CONSTRAINT tag_is_retired_is_0_or_1 CHECK (is_retired BETWEEN 0 AND 1)) STRICT;

CREATE TABLE tag_alias (
    folded TEXT NOT NULL PRIMARY KEY,
    tag_id INTEGER NOT NULL REFERENCES tag (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE team (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT team_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE
, removal INTEGER NOT NULL DEFAULT 0
    CONSTRAINT team_removal_is_known CHECK (removal BETWEEN 0 AND 2)) STRICT;

CREATE TABLE team_member (
    id INTEGER NOT NULL PRIMARY KEY,
    team_id INTEGER NOT NULL REFERENCES team (id),
    agent_id INTEGER NOT NULL REFERENCES agent (id),
    is_member INTEGER NOT NULL CONSTRAINT is_member_is_0_or_1 CHECK (is_member BETWEEN 0 AND 1),
    UNIQUE (team_id, agent_id)
) STRICT;

CREATE TABLE ticket (
    id INTEGER NOT NULL PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CONSTRAINT ticket_uuid_has_16_bytes CHECK (length(uuid) = 16),
    title TEXT NOT NULL CONSTRAINT title_is_not_empty CHECK (title <> ''),
    status INTEGER NOT NULL REFERENCES status (id),
    status_text TEXT,
    priority INTEGER NOT NULL REFERENCES priority (id),
    priority_text TEXT,
    category_id INTEGER REFERENCES category (id),
    customer_id INTEGER REFERENCES customer (id),
    assignee_id INTEGER REFERENCES agent (id),
    team_id INTEGER REFERENCES team (id),
    channel TEXT,
    created_at INTEGER,
    updated_at INTEGER,
    resolved_at INTEGER,
    closed_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    merged_into INTEGER REFERENCES ticket (id),
    removal INTEGER NOT NULL DEFAULT 0 CONSTRAINT removal_is_known CHECK (removal BETWEEN 0 AND 2),
    source_file_id INTEGER REFERENCES source_file (id),
    source_position INTEGER
, resolution INTEGER REFERENCES resolution (id), wake_at INTEGER) STRICT;

CREATE TABLE ticket_cause (
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    cause_id INTEGER NOT NULL REFERENCES cause (id),
    position INTEGER NOT NULL,
    state INTEGER NOT NULL REFERENCES cause_state (id),
    is_primary INTEGER NOT NULL DEFAULT 0 CONSTRAINT is_primary_is_0_or_1 CHECK (is_primary IN (0, 1)),
    evidence_id INTEGER REFERENCES message (id),
    agent_id INTEGER REFERENCES agent (id),
    at INTEGER,
    PRIMARY KEY (ticket_id, cause_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_field (
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    field_id INTEGER NOT NULL REFERENCES field (id),
    text TEXT NOT NULL,
    PRIMARY KEY (ticket_id, field_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_link (
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    kind INTEGER NOT NULL REFERENCES link_kind (id),
    other_id INTEGER NOT NULL REFERENCES ticket (id),
    PRIMARY KEY (ticket_id, kind, other_id),
    CONSTRAINT link_joins_two_tickets CHECK (ticket_id <> other_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_source (
    source_file_id INTEGER NOT NULL REFERENCES source_file (id),
    position INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    printed INTEGER,
    line INTEGER NOT NULL,
    byte_offset INTEGER NOT NULL,
    byte_length INTEGER NOT NULL,
    content_hash BLOB NOT NULL,
    answers_differ INTEGER NOT NULL DEFAULT 0 CONSTRAINT answers_differ_is_0_or_1 CHECK (answers_differ IN (0, 1)),
    PRIMARY KEY (source_file_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_tag (
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    tag_id INTEGER NOT NULL REFERENCES tag (id),
    PRIMARY KEY (ticket_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_watcher (
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    agent_id INTEGER NOT NULL REFERENCES agent (id),
    PRIMARY KEY (ticket_id, agent_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tool (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT tool_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    kind INTEGER NOT NULL CONSTRAINT tool_kind_is_known CHECK (kind BETWEEN 1 AND 6),
    target TEXT,
    phrases TEXT NOT NULL,
    position INTEGER NOT NULL,
    is_retired INTEGER NOT NULL DEFAULT 0 CONSTRAINT tool_is_retired_is_0_or_1 CHECK (is_retired IN (0, 1))
) STRICT;

CREATE TABLE view (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT view_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL
, is_retired INTEGER NOT NULL DEFAULT 0
    CONSTRAINT view_is_retired_is_0_or_1 CHECK (is_retired BETWEEN 0 AND 1)) STRICT;
