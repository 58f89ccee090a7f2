import Workflow

/// The one table of what each change takes, whether it is made or taken back.
extension Event.Field {
    /// What somebody must be allowed, so that they may change it. Statuses, merged tickets, absence and views say more than
    /// their field does: see `UndoPermissions`.
    package var permission: Permission {
        switch self {
        case .ticket, .title, .status, .statusText, .priority, .priorityText, .category, .customer, .assignee, .team,
            .channel, .source, .message, .cause, .tag, .field, .resolution, .wakeAt, .mergedInto, .merged, .link,
            .watcher, .attachment, .incident, .messagePlace, .answer, .createdAt, .updatedAt, .resolvedAt, .closedAt:
            .work
        case .customerName, .customerPhone, .customerEmail, .customerOrganisation, .customerVIP, .customerLanguage,
            .customerRemoval, .organisationName, .organisationRemoval:
            .work
        case .problemTitle, .problemWorkaround, .problemResolvedAt, .problemRemoval: .work
        case .viewName, .viewQuery, .viewRetired: .work
        case .customerMergedInto: .mergeCustomers
        case .categoryName, .categoryParent, .categoryRetired, .categoryAlias, .tagName, .tagRetired, .tagAlias,
            .causeName, .causeRetired, .causeAlias, .fieldKind, .fieldChoices, .fieldRetired, .priorityAlias,
            .statusLabel:
            .taxonomy
        case .agentAbsent, .agentAbsentUntil, .agentSkill, .teamName, .teamMember, .teamRemoval: .teams
        case .agentName, .agentRole, .agentRemoval, .permissionRole: .roles
        case .settingValue: .settings
        case .calendarZone, .calendarHours, .calendarDays, .calendarRetired: .calendars
        case .slaPosition, .slaQuery, .slaTerms, .slaCalendar, .slaRetired: .calendars
        case .cannedBody, .cannedRetired, .macroSteps, .macroRetired: .automation
        case .ruleQuery, .ruleSteps, .ruleEnabled, .ruleRetired: .automation
        }
    }
}

extension LifeCycle {
    /// What bringing a ticket from one status to another takes, by whatever way: what closing takes, and opening again.
    static func permission(from status: Status, to other: Status) -> Permission {
        let action: Action? = other == .closed ? .close : [.resolved, .closed].contains(status) ? .reopen : nil
        return transitions.first { $0.action == action && $0.from.contains(status) }?.permission ?? .work
    }
}
