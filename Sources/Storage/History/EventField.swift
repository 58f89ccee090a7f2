import Workflow

/// What was created, changed, added to or removed from.
package enum EventField: String, CaseIterable, Sendable {
    case ticket, title, status, statusText, priority, priorityText, category, customer, assignee, team, channel
    case source, message, cause, tag, field
    case resolution, wakeAt
    /// Which ticket this one lives on in; and, of that one, which lives on in it.
    case mergedInto, merged
    /// What connects it: other tickets, agents who watch, files, problems, and where its messages went or came from.
    case link, watcher, attachment, incident, messagePlace
    /// An answer that was taken from an old case or a canned reply.
    case answer
    /// Of a category, not of a ticket.
    case categoryName, categoryParent, categoryRetired, categoryAlias
    /// Of the desk's other words.
    case tagName, tagRetired, tagAlias, causeName, causeRetired, causeAlias
    case fieldKind, fieldChoices, fieldRetired, priorityAlias, statusLabel
    case viewName, viewQuery, viewRetired
    /// Of those who ask, those who answer, and what they may do.
    case customerName, customerPhone, customerEmail, customerOrganisation, customerVIP, customerLanguage
    case customerMergedInto, customerRemoval, organisationName, organisationRemoval
    case agentName, agentRole, agentAbsent, agentAbsentUntil, agentSkill, agentRemoval
    case teamName, teamMember, teamRemoval, permissionRole
    /// Of a problem.
    case problemTitle, problemWorkaround, problemResolvedAt, problemRemoval
    case createdAt, updatedAt, resolvedAt, closedAt
    /// Of the desk.
    case settingValue
    case calendarZone, calendarHours, calendarDays, calendarRetired
    case cannedBody, cannedRetired, macroSteps, macroRetired
    case ruleQuery, ruleSteps, ruleEnabled, ruleRetired
    case scheduleCommand, scheduleFolder, scheduleRecurrence, scheduleKeep, scheduleRetired
    case dialectBody, dialectRetired
    case slaPosition, slaQuery, slaTerms, slaCalendar, slaRetired
    /// An article that a ticket was answered or resolved with; and of an article.
    case article
    case articleState, articleVersion, articleTranslation, articleReview, articleRemoval
    case signatureSample
    case toolKind, toolTarget, toolPhrases, toolPosition, toolRetired
    case diagnosisRemoval, domainVerified, domainRemoval
}

/// All that is to be known of a field that events tell of, wherever it is written, undone, counted or printed.
package struct EventFieldRow: Sendable {
    /// Where the value is kept, and so how a change is undone.
    enum Place: Sendable {
        /// A column of a table, which an event about a ticket finds by the ticket and any other by its subject.
        case column(table: String, String, key: Key?)
        /// Other names of a category, tag or cause.
        case alias(AliasTable)
        /// Rows that a ticket has or has not, each kind with verbs of its own.
        case list
    }

    /// A second column that follows from the first: the form by which it is found.
    enum Key: Sendable {
        case folded, phone, email
    }

    /// What the texts of an event mean.
    enum Content: Sendable {
        case text, number, time
        case status, priority, resolution, role, category, customer, agent, team, organisation, ticket, causeRow
    }

    /// What the subject of an event is the number of.
    enum Subject: Sendable {
        case nothing
        case tag, cause, field, view, category, ticket, agent, problem, attachment, answer, message, messagePlace, link
        case teamMember, skill, permission, article, signature, tool, diagnosis, domain
        case row(NamedTable)
    }

    /// As what a change may count in reports.
    enum Counted: Sendable {
        case merging, status, handover
    }

    let place: Place
    let content: Content
    /// What somebody must be allowed, to change it or to take a change back. Statuses, merged tickets, one's own absence and
    /// views say more than their field does: see `UndoPermissions`.
    package let permission: Permission
    let subject: Subject
    let counted: Counted?

    /// A column of a ticket.
    private static func ticket(_ column: String, _ content: Content, counted: Counted? = nil) -> EventFieldRow {
        EventFieldRow(
            place: .column(table: "ticket", column, key: nil), content: content, permission: .work, subject: .nothing,
            counted: counted)
    }

    private static func list(_ subject: Subject, _ content: Content = .text) -> EventFieldRow {
        EventFieldRow(place: .list, content: content, permission: .work, subject: subject, counted: nil)
    }

    private static func alias(_ table: AliasTable, _ subject: Subject) -> EventFieldRow {
        EventFieldRow(
            place: .alias(table), content: .text, permission: .taxonomy, subject: subject, counted: nil)
    }

    /// A column of any other table.
    private static func row(
        _ table: String, _ column: String, _ content: Content, _ permission: Permission,
        _ subject: Subject = .nothing, key: Key? = nil
    ) -> EventFieldRow {
        EventFieldRow(
            place: .column(table: table, column, key: key), content: content, permission: permission, subject: subject,
            counted: nil)
    }

    // One line a field, and no default: a new field does not compile before its line is written.
    init(of field: EventField) {
        switch field {
        case .ticket: self = .ticket("removal", .number)
        case .title: self = .ticket("title", .text)
        case .status: self = .ticket("status", .status, counted: .status)
        case .statusText: self = .ticket("status_text", .text)
        case .priority: self = .ticket("priority", .priority)
        case .priorityText: self = .ticket("priority_text", .text)
        case .category: self = .ticket("category_id", .category)
        case .customer: self = .ticket("customer_id", .customer)
        case .assignee: self = .ticket("assignee_id", .agent, counted: .handover)
        case .team: self = .ticket("team_id", .team, counted: .handover)
        case .channel: self = .ticket("channel", .text)
        case .resolution: self = .ticket("resolution", .resolution)
        case .wakeAt: self = .ticket("wake_at", .time)
        case .mergedInto: self = .ticket("merged_into", .ticket, counted: .merging)
        case .createdAt: self = .ticket("created_at", .time)
        case .updatedAt: self = .ticket("updated_at", .time)
        case .resolvedAt: self = .ticket("resolved_at", .time)
        case .closedAt: self = .ticket("closed_at", .time)

        case .source: self = .list(.nothing)
        case .message: self = .list(.message, .number)
        case .cause: self = .list(.cause, .causeRow)
        case .tag: self = .list(.tag)
        case .field: self = .list(.field)
        case .merged: self = .list(.ticket)
        case .link: self = .list(.link, .number)
        case .watcher: self = .list(.agent)
        case .attachment: self = .list(.attachment)
        case .incident: self = .list(.problem)
        case .messagePlace: self = .list(.messagePlace)
        case .answer: self = .list(.answer)

        case .categoryName: self = .row("category", "name", .text, .taxonomy, .category, key: .folded)
        case .categoryParent: self = .row("category", "parent_id", .number, .taxonomy, .category)
        case .categoryRetired: self = .row("category", "is_retired", .number, .taxonomy, .category)
        case .categoryAlias: self = .alias(.category, .category)
        case .tagName: self = .row("tag", "name", .text, .taxonomy, .tag, key: .folded)
        case .tagRetired: self = .row("tag", "is_retired", .number, .taxonomy, .tag)
        case .tagAlias: self = .alias(.tag, .tag)
        case .causeName: self = .row("cause", "name", .text, .taxonomy, .cause, key: .folded)
        case .causeRetired: self = .row("cause", "is_retired", .number, .taxonomy, .cause)
        case .causeAlias: self = .alias(.cause, .cause)
        case .fieldKind: self = .row("field", "kind", .number, .taxonomy, .field)
        case .fieldChoices: self = .row("field", "choices", .text, .taxonomy, .field)
        case .fieldRetired: self = .row("field", "is_retired", .number, .taxonomy, .field)
        case .priorityAlias: self = .row("priority_alias", "priority", .number, .taxonomy)
        case .statusLabel: self = .row("status", "label", .text, .taxonomy)
        case .viewName: self = .row("view", "name", .text, .work, .view, key: .folded)
        case .viewQuery: self = .row("view", "query", .text, .work, .view)
        case .viewRetired: self = .row("view", "is_retired", .number, .work, .view)

        case .customerName: self = .row("customer", "name", .text, .work, .row(.customer), key: .folded)
        case .customerPhone: self = .row("customer", "phone", .text, .work, .row(.customer), key: .phone)
        case .customerEmail: self = .row("customer", "email", .text, .work, .row(.customer), key: .email)
        case .customerOrganisation:
            self = .row("customer", "organisation_id", .organisation, .work, .row(.customer))
        case .customerVIP: self = .row("customer", "is_vip", .number, .work, .row(.customer))
        case .customerLanguage: self = .row("customer", "language", .text, .work, .row(.customer))
        case .customerMergedInto:
            self = .row("customer", "merged_into", .customer, .mergeCustomers, .row(.customer))
        case .customerRemoval: self = .row("customer", "removal", .number, .work, .row(.customer))
        case .organisationName:
            self = .row("organisation", "name", .text, .work, .row(.organisation), key: .folded)
        case .organisationRemoval: self = .row("organisation", "removal", .number, .work, .row(.organisation))
        case .agentName: self = .row("agent", "name", .text, .roles, .row(.agent), key: .folded)
        case .agentRole: self = .row("agent", "role", .role, .roles, .row(.agent))
        case .agentAbsent: self = .row("agent", "is_absent", .number, .teams, .row(.agent))
        case .agentAbsentUntil: self = .row("agent", "absent_until", .time, .teams, .row(.agent))
        case .agentSkill: self = .row("agent_skill", "is_held", .number, .teams, .skill)
        case .agentRemoval: self = .row("agent", "removal", .number, .roles, .row(.agent))
        case .teamName: self = .row("team", "name", .text, .teams, .row(.team), key: .folded)
        case .teamMember: self = .row("team_member", "is_member", .number, .teams, .teamMember)
        case .teamRemoval: self = .row("team", "removal", .number, .teams, .row(.team))
        case .permissionRole: self = .row("permission_override", "least_role", .role, .roles, .permission)

        case .problemTitle: self = .row("problem", "title", .text, .work)
        case .problemWorkaround: self = .row("problem", "workaround", .text, .work)
        case .problemResolvedAt: self = .row("problem", "resolved_at", .number, .work)
        case .problemRemoval: self = .row("problem", "removal", .number, .work)

        case .settingValue: self = .row("setting", "value", .text, .settings)
        case .calendarZone: self = .row("calendar", "zone", .text, .calendars)
        case .calendarHours: self = .row("calendar", "hours", .text, .calendars)
        case .calendarDays: self = .row("calendar", "days", .text, .calendars)
        case .calendarRetired: self = .row("calendar", "is_retired", .number, .calendars)
        case .cannedBody: self = .row("canned_reply", "body", .text, .automation)
        case .cannedRetired: self = .row("canned_reply", "is_retired", .number, .automation)
        case .macroSteps: self = .row("macro", "steps", .text, .automation)
        case .macroRetired: self = .row("macro", "is_retired", .number, .automation)
        case .ruleQuery: self = .row("rule", "query", .text, .automation)
        case .ruleSteps: self = .row("rule", "steps", .text, .automation)
        case .ruleEnabled: self = .row("rule", "is_enabled", .number, .automation)
        case .ruleRetired: self = .row("rule", "is_retired", .number, .automation)
        case .scheduleCommand: self = .row("report_schedule", "command", .text, .automation)
        case .scheduleFolder: self = .row("report_schedule", "folder", .text, .automation)
        case .scheduleRecurrence: self = .row("report_schedule", "recurrence", .text, .automation)
        case .scheduleKeep: self = .row("report_schedule", "keep", .number, .automation)
        case .scheduleRetired: self = .row("report_schedule", "is_retired", .number, .automation)
        case .dialectBody: self = .row("dialect", "body", .text, .importing)
        case .dialectRetired: self = .row("dialect", "is_retired", .number, .importing)
        case .slaPosition: self = .row("sla_policy", "position", .number, .calendars)
        case .slaQuery: self = .row("sla_policy", "query", .text, .calendars)
        case .slaTerms: self = .row("sla_policy", "terms", .text, .calendars)
        case .slaCalendar: self = .row("sla_policy", "calendar", .text, .calendars)
        case .slaRetired: self = .row("sla_policy", "is_retired", .number, .calendars)
        case .article: self = .list(.article)
        case .articleState: self = .row("article", "state", .number, .publishing, .article)
        case .articleVersion: self = .row("article", "version_id", .number, .work, .article)
        case .articleTranslation: self = .row("article", "translation_of", .number, .work, .article)
        case .articleReview: self = .row("article", "review_at", .time, .work, .article)
        case .toolKind: self = .row("tool", "kind", .number, .automation, .tool)
        case .toolTarget: self = .row("tool", "target", .text, .automation, .tool)
        case .toolPhrases: self = .row("tool", "phrases", .text, .automation, .tool)
        case .toolPosition: self = .row("tool", "position", .number, .automation, .tool)
        case .toolRetired: self = .row("tool", "is_retired", .number, .automation, .tool)
        case .signatureSample: self = .row("signature", "sample", .text, .work, .signature)
        case .articleRemoval: self = .row("article", "removal", .number, .work, .article)
        case .diagnosisRemoval: self = .row("diagnosis", "removal", .number, .work, .diagnosis)
        case .domainVerified: self = .row("domain", "verified_at", .time, .work, .domain)
        case .domainRemoval: self = .row("domain", "removal", .number, .work, .domain)
        }
    }

    private init(place: Place, content: Content, permission: Permission, subject: Subject, counted: Counted?) {
        self.place = place
        self.content = content
        self.permission = permission
        self.subject = subject
        self.counted = counted
    }
}
