extension Query.Field {
    /// What the values of a field are.
    package enum Kind: String, CaseIterable, Sendable {
        /// Ticket numbers: `.number`, `.span`, `.last`.
        case id
        /// `.text`
        case text
        /// The name of a thing the desk knows: `.text`, `.handle`, `.me`.
        case name
        /// `.date`, `.span`
        case date
        /// `.length`, `.span`
        case duration
        /// `.number`, `.span`
        case number
        /// `.flag`, and `.status` for the statuses that are no flag
        case flag
        case status, priority, causeState, resolution
        /// `.slaState`, or `.length` with an ordering comparison
        case sla
        /// `.part`
        case part
        /// Gone from the tree: `Word.areas`.
        case area
        /// Gone from the tree: `Query.order`.
        case order
        /// Its own nodes: `.was`, `.changed`.
        case history
    }

    package var kind: Kind {
        switch self {
        case .id, .similar: .id
        case .ref, .source, .batch, .channel, .language, .custom, .article, .problem: .text
        case .category, .assignee, .team, .author, .customer, .organization, .involves, .watching, .tag, .cause: .name
        case .created, .updated, .resolved, .closed, .due, .firstReply, .lastCustomer, .lastAgent, .wasResolved,
            .wasReopened, .wasMerged, .cameBack, .openAt, .slaMet, .slaBreached, .slaUnanswered, .slaFirstMet,
            .slaFirstBreached, .slaFirstUnanswered,
            .slaNextMet,
            .slaNextBreached, .slaNextUnanswered, .slaResolveMet, .slaResolveBreached:
            .date
        case .age, .idle, .waiting, .resolutionTime, .replyTime: .duration
        case .messages, .replies, .reopens, .handovers, .csat, .attachments: .number
        case .is: .flag
        case .status: .status
        case .priority: .priority
        case .causeState: .causeState
        case .resolution: .resolution
        case .sla, .slaFirst, .slaNext, .slaResolve: .sla
        case .has, .no: .part
        case .area: .area
        case .sort: .order
        case .was, .changed: .history
        }
    }

    /// The comparisons the field allows. `!=` goes wherever `matches` does, but for `in:`, `sort:` and history.
    package var comparisons: [Query.Comparison] {
        let ordering: [Query.Comparison] = [.above, .atLeast, .below, .atMost]
        return switch kind {
        case .text where self == .custom: Query.Comparison.allCases
        case .text, .name: [.matches, .equals, .contains, .starts]
        case .date where self == .openAt: [.matches, .equals]
        case .sla where self != .sla: [.matches, .equals]
        case .date, .duration, .number, .priority, .sla: ordering + [.matches, .equals]
        case .id where self == .id: ordering + [.matches, .equals]
        case .id, .status, .flag, .causeState, .resolution, .part, .area, .order, .history: [.matches, .equals]
        }
    }

    /// Whether `none` and `any` say that nothing or something is set.
    package var admitsNone: Bool {
        switch kind {
        case .date where self == .openAt: false
        case .text, .name, .date, .duration, .number, .resolution: true
        case .priority, .id, .status, .flag, .causeState, .sla, .part, .area, .order, .history: false
        }
    }

    /// Whether the values are people, so that `me` and `@handle` mean somebody.
    package var admitsPeople: Bool {
        switch self {
        case .assignee, .team, .author, .customer, .organization, .involves, .watching: true
        default: false
        }
    }

    /// Whether `was:` and `changed:` can ask for its past.
    package var hasHistory: Bool {
        switch self {
        case .status, .priority, .category, .assignee, .team, .customer, .organization, .tag, .channel, .custom,
            .cause, .causeState, .problem, .resolution, .due, .article, .language:
            true
        default: false
        }
    }
}
