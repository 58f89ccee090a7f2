/// One row of the life cycle: doing this, in one of these statuses, leads there.
package struct Transition: Equatable, Sendable {
    package var action: Action
    package var from: [Status]
    /// Nil: the ticket stays where it is.
    package var to: Status?
    /// The least role that may do it.
    package var role: AgentRole

    init(_ action: Action, from: [Status], to: Status?, role: AgentRole = .agent) {
        self.action = action
        self.from = from
        self.to = to
        self.role = role
    }
}

/// The life cycle as a table: what is not in it is refused.
package enum LifeCycle {
    /// The first row that fits an action and a status counts.
    package static let transitions: [Transition] = [
        Transition(.take, from: [.new], to: .open),
        Transition(.take, from: [.open, .pending, .hold], to: nil),
        Transition(.release, from: [.new, .open, .pending, .hold], to: nil),
        Transition(.assign, from: [.new, .open, .pending, .hold], to: nil),
        Transition(.reply, from: [.new], to: .open),
        Transition(.reply, from: [.open, .pending, .hold, .resolved], to: nil),
        Transition(.note, from: Status.allCases, to: nil),
        Transition(.receive, from: [.pending, .resolved], to: .open),
        Transition(.receive, from: [.new, .open, .hold], to: nil),
        Transition(.pend, from: [.new, .open, .hold], to: .pending),
        Transition(.hold, from: [.new, .open, .pending], to: .hold),
        Transition(.wake, from: [.pending, .hold], to: .open),
        Transition(.resolve, from: [.new, .open, .pending, .hold], to: .resolved),
        Transition(.close, from: [.resolved], to: .closed),
        Transition(.close, from: [.new, .open, .pending, .hold], to: .closed, role: .manager),
        Transition(.reopen, from: [.resolved], to: .open),
        Transition(.reopen, from: [.closed], to: .open, role: .manager),
        Transition(.edit, from: Status.allCases, to: nil),
        Transition(.remove, from: Status.allCases, to: nil),
        Transition(.restore, from: Status.allCases, to: nil),
        Transition(.escalate, from: [.new, .open, .pending, .hold], to: nil),
    ]

    /// The status an action leads to.
    /// - Throws: `WorkflowError.notAllowed` with what may be done instead, `WorkflowError.roleTooLow`.
    package static func status(
        after action: Action, in status: Status, by role: AgentRole
    ) throws(WorkflowError) -> Status {
        let row = transitions.first { $0.action == action && $0.from.contains(status) }
        guard let row else { throw .notAllowed(action, in: status, allowed: allowed(in: status, by: role)) }
        guard role >= row.role else { throw .roleTooLow(action, in: status, has: role, needs: row.role) }
        return row.to ?? status
    }

    /// What a role may do in a status, in the order of the table.
    package static func allowed(in status: Status, by role: AgentRole) -> [Action] {
        Action.allCases.filter { action in
            transitions.contains { $0.action == action && $0.from.contains(status) && role >= $0.role }
        }
    }
}

/// What a rule of the life cycle refuses.
package enum WorkflowError: Error, Equatable, CustomStringConvertible {
    case notAllowed(Action, in: Status, allowed: [Action])
    /// Somebody else works on it.
    case taken(by: String)
    case roleTooLow(Action, in: Status, has: AgentRole, needs: AgentRole)

    package var description: String {
        switch self {
        case .notAllowed(let action, let status, _): "cannot \(action) a ticket that is \(status)"
        case .taken(let name): "\(name) has it"
        case .roleTooLow(let action, let status, _, let needs): "\(action) in \(status) takes \(needs)"
        }
    }
}
