import Workflow

/// One thing an operation did. With what was there before and after, it can be undone and told at any later time.
package struct Event: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case create, change, add, remove, restore
    }

    /// What was created, changed, added to or removed from.
    package enum Field: String, CaseIterable, Sendable {
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
        case slaPosition, slaQuery, slaTerms, slaCalendar, slaRetired
    }

    package var kind: Kind
    package var ticket: Ticket.Number?
    package var field: Field?
    /// The message, cause, tag or field that a list holds.
    package var subject: Int64?
    package var before: String?
    package var after: String?

    package init(
        _ kind: Kind, _ field: Field?, of ticket: Ticket.Number?, subject: Int64? = nil, before: String? = nil,
        after: String? = nil
    ) {
        self.kind = kind
        self.field = field
        self.ticket = ticket
        self.subject = subject
        self.before = before
        self.after = after
    }
}
