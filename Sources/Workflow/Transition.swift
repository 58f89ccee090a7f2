/// One row of the life cycle: doing this, in one of these statuses, leads there.
package struct Transition: Equatable, Sendable {
    package var action: Action
    package var from: [Status]
    /// Nil: the ticket stays where it is.
    package var to: Status?
    /// Who may do it.
    package var permission: Permission

    init(_ action: Action, from: [Status], to: Status?, takes permission: Permission = .work) {
        self.action = action
        self.from = from
        self.to = to
        self.permission = permission
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
        Transition(.transfer, from: [.new, .open, .pending, .hold], to: nil),
        Transition(.reply, from: [.new], to: .open),
        Transition(.reply, from: [.open, .pending, .hold, .resolved], to: nil),
        Transition(.note, from: Status.allCases, to: nil),
        Transition(.receive, from: [.pending, .resolved], to: .open),
        Transition(.receive, from: [.new, .open, .hold], to: nil),
        // Or a follow-up: the setting `late.reply` decides.
        Transition(.receive, from: [.closed], to: .open),
        Transition(.receiveOnly, from: Status.allCases, to: nil),
        // Waiting on, until another day.
        Transition(.pend, from: [.new, .open, .pending, .hold], to: .pending),
        Transition(.hold, from: [.new, .open, .pending, .hold], to: .hold),
        Transition(.wake, from: [.pending, .hold], to: .open),
        Transition(.resolve, from: [.new, .open, .pending, .hold], to: .resolved),
        Transition(.close, from: [.resolved], to: .closed),
        Transition(.close, from: [.new, .open, .pending, .hold], to: .closed, takes: .closeUnresolved),
        Transition(.reopen, from: [.resolved], to: .open),
        Transition(.reopen, from: [.closed], to: .open, takes: .reopenClosed),
        Transition(.followUp, from: [.closed], to: nil),
        Transition(.edit, from: Status.allCases, to: nil),
        Transition(.remove, from: Status.allCases, to: nil),
        Transition(.restore, from: Status.allCases, to: nil),
        Transition(.escalate, from: [.new, .open, .pending, .hold], to: nil),
    ]

    /// The status an action leads to.
    /// - Throws: `WorkflowError.notAllowed` with what may be done instead, `WorkflowError.roleTooLow`.
    package static func status(
        after action: Action, in status: Status, by role: AgentRole, _ permissions: Permissions = .standard
    ) throws(WorkflowError) -> Status {
        let row = transitions.first { $0.action == action && $0.from.contains(status) }
        guard let row else {
            throw .notAllowed(action, in: status, allowed: allowed(in: status, by: role, permissions))
        }
        guard permissions.allow(row.permission, to: role) else {
            throw .roleTooLow(action, in: status, has: role, needs: permissions.role(for: row.permission))
        }
        return row.to ?? status
    }

    /// What a role may do in a status, in the order of the table.
    package static func allowed(
        in status: Status, by role: AgentRole, _ permissions: Permissions = .standard
    ) -> [Action] {
        Action.allCases.filter { action in
            transitions.contains {
                $0.action == action && $0.from.contains(status) && permissions.allow($0.permission, to: role)
            }
        }
    }

    /// Where a role may bring a ticket that is in a status.
    package static func reachable(
        from status: Status, by role: AgentRole, _ permissions: Permissions = .standard
    ) -> [Status] {
        Status.allCases.filter { target in
            target != status
                && transitions.contains {
                    $0.from.contains(status) && $0.to == target && permissions.allow($0.permission, to: role)
                }
        }
    }

    /// Where an action leads a ticket that it moves at all.
    package static func aim(of action: Action) -> Status? {
        transitions.first { $0.action == action && $0.to != nil }?.to
    }
}

/// What a rule of the life cycle refuses.
package enum WorkflowError: Error, Equatable, CustomStringConvertible {
    case notAllowed(Action, in: Status, allowed: [Action])
    /// Somebody else works on it.
    case taken(by: String)
    /// The desk wants this before a ticket is resolved.
    case lacks([Requirement])
    case roleTooLow(Action, in: Status, has: AgentRole, needs: AgentRole)
    /// A permission that nobody would have any more.
    case nobodyLeft(Permission)
    /// All who could be given the ticket are absent.
    case nobodyPresent
    /// Of those who are there, nobody is good at what the ticket is about.
    case nobodySkilled
    /// A customer would read what looks unfinished: these pieces of the text.
    case unfinishedText([String])
    case relation(RelationFault)

    package var description: String {
        switch self {
        case .notAllowed(let action, let status, _): "cannot \(action) a ticket that is \(status)"
        case .taken(let name): "\(name) has it"
        case .lacks(let missing): "lacks \(missing.map(\.text).joined(by: ", "))"
        case .roleTooLow(let action, let status, _, let needs): "\(action) in \(status) takes \(needs)"
        case .nobodyLeft(let permission): "nobody could \(permission.rawValue)"
        case .nobodyPresent: "nobody is present"
        case .nobodySkilled: "nobody present has the skill"
        case .unfinishedText(let found): "unfinished: \(found.joined(by: ", "))"
        case .relation(let fault): "\(fault)"
        }
    }
}

extension WorkflowError {
    /// What programs know it by.
    package var identity: ErrorIdentity {
        switch self {
        case .notAllowed: ErrorIdentity("transition", .refused)
        case .taken: ErrorIdentity("taken", .refused)
        case .lacks: ErrorIdentity("lacks", .refused)
        case .roleTooLow: ErrorIdentity("role", .notAllowed)
        case .nobodyLeft: ErrorIdentity("role", .refused)
        case .nobodyPresent, .nobodySkilled: ErrorIdentity("nobody", .refused)
        case .unfinishedText: ErrorIdentity("unfinishedText", .refused)
        case .relation(let fault): fault.identity
        }
    }
}
